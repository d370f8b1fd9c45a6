"""
A partner without a key of its own joins by a link: the hub invites, a form is filled in.

``invitations`` keeps the links, ``answers`` turns what was typed into an entry.
"""

from trust_registry.joining.answers import Answers as Answers
from trust_registry.joining.answers import Subject as Subject
from trust_registry.joining.answers import draft_of as draft_of
from trust_registry.joining.answers import faults as faults
from trust_registry.joining.answers import published_answers as published_answers
from trust_registry.joining.answers import subjects as subjects
from trust_registry.joining.invitations import Invitation as Invitation
from trust_registry.joining.invitations import Invitations as Invitations
