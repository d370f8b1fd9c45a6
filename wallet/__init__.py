"""The person: what they hold, how far along they are, and who may award more."""
