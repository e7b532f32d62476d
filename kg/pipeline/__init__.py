"""The stages of a build and of a validation, and the one list that orders them."""
