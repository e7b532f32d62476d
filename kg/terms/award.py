"""Names of the award ontology. Generated from ontology/*.ttl by `python -m kg.terms.generate`: edit those."""

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class AW(DefinedNamespace):
    """Terms of the award ontology; a name that it does not have raises AttributeError."""

    _fail = True
    _NS = Namespace("https://w3id.org/award-kg/ontology#")

    # Classes
    Affiliation: URIRef  # That one body belonged to another during an interval; used where the parent has…
    Agency: URIRef  # A body that does the state's work: a ministry, a department, a province's…
    Assessment: URIRef  # An examination or selection of entrants or works by criteria
    Association: URIRef  # An association, foundation or other private body that does not work for profit
    AwardEdition: URIRef  # One round of an award scheme, as a rule one year; the ceremony of that round is…
    AwardScheme: URIRef  # A programme of awards that keeps its name over the years, as distinct from one…
    Candidacy: URIRef  # A near-miss or a stage on the way: nominated, assessed, shortlisted or promised…
    Category: URIRef  # A branch, type or special award into which a scheme is divided; a type lies under…
    Ceremony: URIRef  # An occasion on which awards were announced or handed over
    Claim: URIRef  # What a source asserts in sum and the graph can check
    Committee: URIRef  # A body appointed to examine, select or judge, such as the jury of an edition
    Community: URIRef  # A community, village or group of residents that is itself given an award
    Company: URIRef  # A private body that does business, media houses among them
    Conferment: URIRef  # One award that was given; co-winners of one work share one conferment
    Contradiction: URIRef  # Two sources say different things of one property of one thing; both values are…
    CountClaim: URIRef  # A claim about a number, such as the awards given or the bodies surveyed
    Criterion: URIRef  # An indicator or assessment criterion that a scheme measures entrants by
    Event: URIRef  # Something that took place at a time and has to do with awards
    Evidence: URIRef  # The span of a source's text that says something, kept as offsets and not as a copy…
    Finding: URIRef  # What a survey found: how a group of bodies stood by one criterion
    Level: URIRef  # A grade of award within one scheme, such as excellent or good; never to be compared…
    Observance: URIRef  # A commemorative day or anniversary on whose occasion awards were given
    Outcome: URIRef  # What came of being considered for an award, whether it was given or not
    Person: URIRef  # A human being whom a document names, as distinct from the post that he or she holds
    Place: URIRef  # A location or territory, a province as land for one, as distinct from the body that…
    Project: URIRef  # A project that a document itself names as recipient; it may at the same time be the…
    Recipient: URIRef  # Whoever can be given an award: a body, a person, a community or a project, but…
    School: URIRef  # A school or college that is itself given an award and is not an agency of the registry
    Source: URIRef  # A document that statements come from, such as an announcement or a press release
    StreakClaim: URIRef  # A claim that a recipient was given an award so many years running
    Survey: URIRef  # A collection of data from many bodies to measure them by indicators
    Tombstone: URIRef  # An identifier that was merged into another or withdrawn, and is never used again
    Unit: URIRef  # A part of an agency that is named on its own: a division, a hospital, a regional office
    Work: URIRef  # The project, service, system or innovation that an award was given for

    # Properties
    abbreviation: URIRef  # A short form of the name of a body
    about: URIRef  # The thing that a claim, a contradiction or a source is about
    acceptedBy: URIRef  # Who took the award on the recipient's behalf
    affiliatedBody: URIRef  # The body that belonged to the other
    affiliatedTo: URIRef  # The body that the affiliated one belonged to
    attendee: URIRef  # Who is said to have attended the event
    attestedOn: URIRef  # A date on which a source shows the post to be held, neither its first day nor its…
    awarder: URIRef  # The body whose award it is, as distinct from the person who hands it over
    capacity: URIRef  # Whether the post is held in one's own right, as acting holder or on another's behalf
    category: URIRef  # The category that an outcome or a claim falls under
    chair: URIRef  # Who presided over the event, not always the one who handed over the awards
    characters: URIRef  # The length of the text in Unicode code points
    claimedCount: URIRef  # The number that the source states
    claimedUntil: URIRef  # The last year of the run that the source claims
    claimedYears: URIRef  # How many years running the source claims
    confidence: URIRef  # How sure it is that the source means this value, from 0 to 1
    countOf: URIRef  # What the number counts
    countQualifier: URIRef  # Whether the number is exact, a lower bound or rough; exact where absent
    criterion: URIRef  # A criterion that an edition or an assessment uses, or that a finding is about
    delegatedBy: URIRef  # Who had another preside or present in his or her stead
    district: URIRef  # The name of the district in which a body lies
    duringInterval: URIRef  # The interval during which the affiliation held
    edition: URIRef  # The edition that an outcome, an event or a claim belongs to
    event: URIRef  # The event at which an award was announced, handed over or decided
    evidence: URIRef  # A piece of evidence that a conclusion of the graph rests on
    extractor: URIRef  # Name and version of the program that took the text out of the document
    firstAwarded: URIRef  # The year in which the category was first awarded
    foundCount: URIRef  # The number that the graph itself yields when the claim is checked
    group: URIRef  # The group of bodies that the finding is about, by the category they compete in
    held: URIRef  # Whether the edition took place; absent when it is not known
    honorific: URIRef  # A title or rank before a person's name, as the source writes it
    inRecognitionOf: URIRef  # An earlier conferment that this one was given to honour
    judges: URIRef  # The edition that the committee judges
    latitude: URIRef  # Latitude in degrees, WGS 84
    level: URIRef  # The level at which an award was given, or that a claim is about
    longitude: URIRef  # Longitude in degrees, WGS 84
    measures: URIRef  # A criterion that the survey or assessment measured
    missing: URIRef  # What evidence is still wanted before the claim can be decided
    nameAsWritten: URIRef  # A name just as the source spells it, misprints and all
    ofScheme: URIRef  # The award scheme that a category, a level or a criterion belongs to
    ordinal: URIRef  # Which edition of its scheme it is, counted from the first
    otherName: URIRef  # A name of a body beside that in skos:altLabel, of which CPOV allows one in a language
    owner: URIRef  # Whose work it is; a work can have several owners
    placing: URIRef  # The place that the recipient came in where entrants were ranked, 1 being first
    position: URIRef  # The place of a criterion in the order that the source gives, from 1
    post: URIRef  # The particular office that a membership fills, as distinct from a role that many bodies…
    precedes: URIRef  # A later conferment that a source says followed upon this one
    presenter: URIRef  # Who handed the award over
    prizeForm: URIRef  # What was handed over, such as a plaque or a certificate
    property: URIRef  # The property of the thing on which the sources differ
    publisherRole: URIRef  # How the publisher stands to the award: awarder, winner, parent body or press
    purpose: URIRef  # What the category is given for, in a curator's own short words
    rank: URIRef  # The order of a level within its scheme, 1 being the highest
    recipient: URIRef  # Whom an award was given to, who stood for it, or whom a claim is about
    reportsTo: URIRef  # The post that a body answers to where it belongs to no other body, such as the…
    retiredBecause: URIRef  # Why the identifier was merged or withdrawn
    reviewStatus: URIRef  # Whether a person has reviewed it
    reviewedOn: URIRef  # The day on which a person reviewed it
    rowSource: URIRef  # Where a row of the registry was taken from
    scheme: URIRef  # The award scheme that an edition is a round of, or that an outcome or a claim is about
    sha256: URIRef  # The SHA-256 hash of the text in UTF-8, by which a changed text is known
    speaker: URIRef  # Who spoke at the event, or whom the source quotes
    standing: URIRef  # How the group stood in comparison with the others
    status: URIRef  # How far a candidacy came
    supports: URIRef  # The thing about which the evidence says something
    supportsProperty: URIRef  # Which property of the thing the evidence is for; absent when it is for the…
    supportsValue: URIRef  # Which value of that property the evidence is for; a literal or a thing
    survey: URIRef  # The survey that the finding comes from
    validFrom: URIRef  # From when the body, the name or the affiliation is valid
    validTo: URIRef  # Until when the body, the name or the affiliation is valid
    value: URIRef  # One of the values that differ; a literal or a thing
    verbatim: URIRef  # The raw form in the source where it differs from the value
    verdict: URIRef  # What checking the claim against the graph came to
    within: URIRef  # The larger place in which the place lies
    work: URIRef  # The work that an award was given for, or that stood for it
    year: URIRef  # The year of an edition, always of the Common Era
    yearBE: URIRef  # The year of an edition as a number of the Buddhist Era, 543 more than that of the…
    yearCE: URIRef  # The year of an edition as a number of the Common Era

    # Concepts
    capacities: URIRef  # In what standing a person fills a post
    capacityActing: URIRef  # Holding the post for the time being
    capacityOnBehalf: URIRef  # Standing in for the holder on one occasion
    capacitySubstantive: URIRef  # Appointed to the post in one's own right
    contradicted: URIRef  # The graph shows the claim not to hold
    countAttendingBodies: URIRef  # Bodies that attended an event
    countCategories: URIRef  # Categories of an award
    countCommitteeBodies: URIRef  # Bodies represented on a committee
    countConferments: URIRef  # Awards given
    countCriteria: URIRef  # Criteria or indicators
    countEditions: URIRef  # Editions of a scheme
    countEntrants: URIRef  # Bodies that applied or sent works
    countProvinces: URIRef  # Provinces
    countQualifiers: URIRef  # How exactly a stated number is meant
    countRecipients: URIRef  # Bodies or persons that were given an award
    countStreakHolders: URIRef  # Bodies that were given an award several years running
    countSurveyed: URIRef  # Bodies that a survey covered
    countWorks: URIRef  # Works entered or selected
    countables: URIRef  # What the number of a claim counts
    kindAssociation: URIRef  # An association, club or professional council
    kindCollegiateBody: URIRef  # A standing public body that decides together, such as a cabinet or a…
    kindCommittee: URIRef  # A body appointed to examine or to judge
    kindCommunity: URIRef  # A community, a village or a group of residents
    kindCompany: URIRef  # A private body that does business
    kindCourt: URIRef  # A court, or the office that serves it
    kindDepartment: URIRef  # A department or office of equal rank, a permanent secretary's office among them
    kindFoundation: URIRef  # A charitable foundation
    kindFund: URIRef  # A public fund with an administration of its own
    kindHospital: URIRef  # A hospital or other house of care
    kindIndependentAgency: URIRef  # A public body that the constitution or a statute makes independent of…
    kindInternationalOrganization: URIRef  # A body whose members or work span several countries
    kindLocalGovernment: URIRef  # A body by which a locality governs itself
    kindMedia: URIRef  # A newspaper, magazine, broadcaster or news house
    kindMilitaryOrPolice: URIRef  # Armed forces, police and their formations
    kindMinistry: URIRef  # A central body headed by a minister
    kindOther: URIRef  # A body that fits none of the other kinds
    kindParliament: URIRef  # A legislature, or the office that serves it
    kindPrivateBody: URIRef  # A body that does not belong to the state
    kindProject: URIRef  # A project or the team that runs it
    kindProvinceAdministration: URIRef  # A province as an arm of central government, not as a territory
    kindPublicBody: URIRef  # A body that does the state's work or lives mainly on public money
    kindPublicOrganization: URIRef  # An autonomous public body that is neither part of the civil service…
    kindSchool: URIRef  # A school or college below the level of higher education
    kindStateEnterprise: URIRef  # An enterprise that the state owns or holds the majority of
    kindUnit: URIRef  # A part of another body: a division, a bureau, a field office
    kindUniversity: URIRef  # A university or other institution of higher education
    organizationKinds: URIRef  # Kinds of bodies that give or receive awards, by legal standing and task
    outcomeOrder: URIRef  # The stages in order, from nomination to conferment; withdrawal stands outside
    outcomes: URIRef  # How far an entrant came, from nomination to conferment
    prizeCertificate: URIRef  # A certificate
    prizeForms: URIRef  # What is handed to a recipient
    prizePlaque: URIRef  # A plaque or shield of honour
    prizeTrophy: URIRef  # A trophy or cup
    publisherAwarder: URIRef  # The publisher gives or organises the award
    publisherParent: URIRef  # The publisher is the body that a recipient belongs to
    publisherPress: URIRef  # The publisher is the press or another third party
    publisherRoles: URIRef  # How the publisher of a source stands to the award that it reports
    publisherWinner: URIRef  # The publisher is itself a recipient
    qualifierAbout: URIRef  # Near the number stated
    qualifierExactly: URIRef  # Just the number stated
    qualifierMoreThan: URIRef  # More than the number stated
    reviewStatuses: URIRef  # Whether a person has looked a statement over
    reviewed: URIRef  # A person has compared it with the source
    standingComparable: URIRef  # Much the same as the others
    standingHigh: URIRef  # High, without a rank being stated
    standingHighest: URIRef  # Above all other groups
    standingLowest: URIRef  # Below all other groups
    standingNext: URIRef  # Next below the highest
    standings: URIRef  # How one group stood beside the others in a survey
    statusAssessed: URIRef  # Surveyed or examined for the award
    statusConferred: URIRef  # The award was given; never the status of a candidacy
    statusNominated: URIRef  # Proposed or entered for the award
    statusPromised: URIRef  # Announced as a future recipient, with no word yet that the award was given
    statusShortlisted: URIRef  # On the short list from which the winners are chosen
    statusStagePassed: URIRef  # Past one stage of several, with the award still to be decided
    statusWithdrawn: URIRef  # Withdrawn from consideration, by the entrant or by the jury
    supported: URIRef  # The graph shows the claim to hold
    undecided: URIRef  # The graph holds too little evidence to decide
    unreviewed: URIRef  # No person has looked it over yet
    verdicts: URIRef  # What the check of a claim against the graph can come to
