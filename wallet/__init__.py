"""The person: what they hold, how far along they are, how they show it, who may award more."""
