# The words of the judgement: what we found, then what the reader can do about it.
# Facts that every sentence of a check may use, `none` when unknown: $issuer (its name
# in the registry), $from, $until, $host, $partner, $reason, $suite, $why.

# ---------------------------------------------------------------- how one check ended
outcome-passed = Checked
outcome-warning = Good to know
outcome-failed = Problem
outcome-not_checked = Not checked
outcome-not_applicable = Not asked

# ---------------------------------------------------------------- the names of the checks
check-integrity-format = The form of the badge
check-integrity-proof = The signature
check-integrity-coverage = The signed text
check-integrity-picture = The picture
check-status-dates = The dates
check-status-revocation = Withdrawal
check-issuer-key = The organisation’s key
check-issuer-registry = The network of trust
check-recipient-identity = The person
check-content-schema = The content
check-content-evidence = The evidence
check-content-endorsements = The words of support

# ---------------------------------------------------------------- the seven answers
# .word stands alone; .title is the one sentence; .do-1 and .do-2 say what to do now.
answer-trusted =
    .word = Valid
    .title = This badge is valid.
    .lead = Awarded by { $issuer }. This organisation is in the network of trust.
answer-trusted-then =
    .word = Valid
    .title = This badge is valid.
    .lead = Awarded by { $issuer }. This organisation was in the network of trust on that day.

answer-not-in-registry =
    .word = Outside the network
    .title = This badge is properly signed. The organisation is outside the network.
    .lead = We do not know who this organisation is. Anyone can sign a badge. Nobody changed this one.
    .do-1 = Ask the person where they received this badge.
    .do-2 = Look up this organisation’s number yourself, then call it.
answer-look-alike =
    .word = Mind the name
    .title = This badge does not come from a partner of the network.
    .lead = Its name looks like a partner’s name. That partner did not sign it.
    .do-1 = { $reach ->
        [mail] Write to the real partner. Ask whether it knows this badge.
        [page] Write to the real partner, on its site. Ask whether it knows this badge.
       *[none] Look up yourself how to reach the real partner.
    }
    .do-2 = Ask the person where they received this badge.
answer-not-a-badge =
    .word = Another document
    .title = This document is signed. It is not a badge.
    .lead = Nobody changed it. It does not say what the person can do.
    .do-1 = Ask the person for the file of their badge.
    .do-2 = Drop that new file here.
answer-not-member-then =
    .word = Outside the network that day
    .title = This badge is properly signed. The organisation was not in the network that day.
    .lead = Nobody changed this badge. It was awarded outside the network of trust.
    .do-1 = Ask the person where they received this badge.
    .do-2 = { answer-reach }. Ask how it came to award this badge.
answer-not-for-this-badge =
    .word = Not for this badge
    .title = This badge is properly signed. The organisation could not award this one.
    .lead = It is in the network of trust, but for other badges.
    .do-1 = { answer-reach }. Ask how it came to award this badge.
    .do-2 = Ask the person whether they have another badge.
answer-key-not-awarding =
    .word = Signature to confirm
    .title = This badge is signed. The organisation did not plan this signature.
    .lead = It is in the network of trust. It did not give this key for awarding badges.
    .do-1 = { answer-reach }. Ask whether it did award this badge.
    .do-2 = Ask the person who gave them this badge.
answer-list-by-another =
    .word = Withdrawal to confirm
    .title = This badge is properly signed. The list of withdrawn badges comes from someone else.
    .lead = We cannot rely on that list. The badge may have been withdrawn.
    .do-1 = { answer-reach }. Ask whether this badge is still valid.
    .do-2 = Ask the person whether they have a newer badge.
answer-no-registry =
    .word = Organisation not checked
    .title = This badge is properly signed. We did not check the organisation.
    .lead = Nobody changed this badge. There is no list of partners here.
    .do-1 = Ask the person where they received this badge.
    .do-2 = Look up this organisation’s number yourself, then call it.

answer-no-proof =
    .word = No signature
    .title = This badge is not signed. Anyone could have made it.
    .lead = We cannot know who awarded it.
    .do-1 = Ask the person for the original file, signed by the organisation.
    .do-2 = { answer-reach-else }
answer-issuer-unproven =
    .word = Not everything checked
    .title = We do not know who signed this badge.
    .lead = Nobody changed this file. But nothing shows that the organisation signed it.
    .do-1 = Ask the person where they received this badge.
    .do-2 = Look up this organisation’s number yourself, then call it.
answer-status-not-checked =
    .word = Not everything checked
    .title = We could not check everything.
    .lead = So we do not know whether this badge was withdrawn.
    .do-1 = Try again in an hour.
    .do-2 = { answer-reach-else }
answer-key-not-checked =
    .word = Not everything checked
    .title = We could not check everything.
    .lead = So we do not know whether the organisation signed this badge.
    .do-1 = Try again in an hour.
    .do-2 = { answer-reach-else }
answer-proof-not-checked =
    .word = Not everything checked
    .title = We could not check the signature.
    .lead = So we do not know whether this badge is genuine.
    .do-1 = Ask the person where they received this badge.
    .do-2 = { answer-reach }. Ask whether it did award this badge.
answer-hosted-not-checked =
    .word = Not everything checked
    .title = We could not check everything.
    .lead = So we cannot read the page that proves this badge.
    .do-1 = Try again in an hour.
    .do-2 = { answer-reach-else }
answer-coverage-not-checked =
    .word = Not everything checked
    .title = We could not check everything.
    .lead = A part of this badge may not be signed.
    .do-1 = Ask the person for the original file.
    .do-2 = { answer-reach-else }
answer-registry-not-checked =
    .word = Not everything checked
    .title = We could not check everything.
    .lead = So we do not know whether the organisation is in the network.
    .do-1 = Try again in an hour.
    .do-2 = { answer-reach-else }
answer-recipient-not-checked =
    .word = Not everything checked
    .title = We do not know whether this badge is this person’s.
    .lead = The badge does not hold that kind of name or address.
    .do-1 = Ask the person for the name or address they gave the organisation.
    .do-2 = Check again, with that name or address.
answer-rival-not-checked =
    .word = Not everything checked
    .title = This picture holds two badges. We checked one.
    .lead = We do not know whether both say the same thing.
    .do-1 = Ask the person for the original file.
    .do-2 = Drop that new file here.
answer-undetermined =
    .word = Not everything checked
    .title = We could not check everything.
    .lead = The list below says what is missing.
    .do-1 = Try again in an hour.
    .do-2 = { answer-reach-else }

answer-other-person =
    .word = Another person
    .title = This badge was awarded to another person.
    .lead = First look at what you wrote.
    .do-1 = Correct the name or the address, then check again.
    .do-2 = Ask the person for the name they gave the organisation.

answer-revoked =
    .word = Withdrawn
    .title = The organisation withdrew this badge.
    .lead = It should no longer be relied on.
    .do-1 = { answer-reach }. Ask why.
    .do-2 = Ask the person whether they have a newer badge.
answer-suspended =
    .word = On hold
    .title = The organisation put this badge on hold.
    .lead = It does not count for now. It may come back.
    .do-1 = { answer-reach }. Ask until when.
    .do-2 = Check this badge again in a few days.
answer-not-yet-valid =
    .word = Not yet
    .title = { $from ->
        [none] This badge is not valid yet.
       *[other] This badge will be valid from { $from }.
    }
    .lead = Its first day has not come.
    .do-1 = Check this badge again on that day.
    .do-2 = Ask the person whether they have another badge.
answer-expired =
    .word = Out of date
    .title = { $until ->
        [none] This badge is out of date.
       *[other] This badge has been out of date since { $until }.
    }
    .lead = It was valid when it was awarded.
    .do-1 = Ask the person whether they have a newer badge.
    .do-2 = { answer-reach }. Ask whether this badge can be renewed.
    .note = What the person learnt stays learnt.
answer-expired-unsure =
    .word = Out of date
    .title = { $until ->
        [none] This badge is out of date.
       *[other] This badge has been out of date since { $until }.
    }
    .lead = Its last day has passed.
    .do-1 = Ask the person whether they have a newer badge.
    .do-2 = Ask them also where they received it.
answer-not-valid-now =
    .word = Not valid
    .title = This badge is not valid today.
    .lead = The list below says why.
    .do-1 = Ask the person whether they have a newer badge.
    .do-2 = { answer-reach-else }

answer-tampered =
    .word = Do not rely on it
    .title = This file was changed.
    .lead = The signature does not match. So we show nothing of this badge.
    .do-1 = Ask the person for the original file.
    .do-2 = Drop that new file here.
    .note = It may not be the person’s doing. Sending a file can damage it.
answer-key-not-issuers =
    .word = Do not rely on it
    .title = The organisation it names did not sign this badge.
    .lead = Someone else signed it. So we show nothing of this badge.
    .do-1 = Ask the person where they received this badge.
    .do-2 = Ask the organisation they name, too.
    .note = It may not be the person’s doing.
answer-key-withdrawn =
    .word = Do not rely on it
    .title = This badge is signed with a key that was withdrawn.
    .lead = The organisation has said so: somebody else may use it. So we show nothing of this badge.
    .do-1 = Ask the person where they received this badge.
    .do-2 = Ask the organisation they name to award it again.
    .note = It may not be the person’s doing.
answer-key-ended =
    .word = Do not rely on it
    .title = This badge is signed with a key that had ended.
    .lead = The organisation no longer used it on that day. So we show nothing of this badge.
    .do-1 = Ask the person where they received this badge.
    .do-2 = Ask the organisation they name, too.
    .note = It may not be the person’s doing.
answer-uncovered-text =
    .word = Do not rely on it
    .title = Text was added to this badge.
    .lead = The signature does not cover that text. So we show nothing of this badge.
    .do-1 = Ask the person for the original file.
    .do-2 = Drop that new file here.
    .note = It may not be the person’s doing.
answer-hosted-differs =
    .word = Do not rely on it
    .title = The organisation’s site says otherwise.
    .lead = This file and the site disagree. So we show nothing of this badge.
    .do-1 = Ask the person for the original file.
    .do-2 = Ask the organisation yourself.
    .note = It may not be the person’s doing.
answer-proof-misused =
    .word = Do not rely on it
    .title = The signature of this file was made for something else.
    .lead = It does not award this badge today. So we show nothing of this badge.
    .do-1 = Ask the person for the original file.
    .do-2 = Drop that new file here.
    .note = It may not be the person’s doing.
answer-refused =
    .word = Do not rely on it
    .title = This badge is not genuine.
    .lead = We cannot rely on it. So we show nothing of this badge.
    .do-1 = Ask the person for the original file.
    .do-2 = Drop that new file here.
    .note = It may not be the person’s doing. Sending a file can damage it.

answer-no-badge =
    .word = No badge found
    .do-1 = Ask the person for the original file, just as they received it.
    .do-2 = On a paper, take a photo of the black and white square (QR code). Lay the paper flat.
answer-unreadable =
    .word = Unreadable badge
    .do-1 = Ask the person for the original file, just as they received it.
    .do-2 = Drop that new file here.

# Whom to ask, by what the registry gives: a mailbox, a site, or nothing.
answer-reach = { $reach ->
        [mail] Write to the organisation
        [page] Write to the organisation, on its site
       *[none] Look up yourself how to reach the organisation
    }
answer-reach-else = { $reach ->
        [mail] Otherwise, write to the organisation yourself.
        [page] Otherwise, write to the organisation yourself, on its site.
       *[none] Otherwise, look up yourself how to reach the organisation.
    }

# The two names of a look-alike.
alike-written = Written in the badge
alike-partner = The partner of the network

answer-several =
    .title = { $count ->
        [one] This file holds one badge.
       *[other] This file holds { $count } badges.
    }
    .lead = Here is an answer for each.

# ---------------------------------------------------------------- around the answer
report-part = Badge { $number }
report-when = Checked on { $day } at { $clock }.
report-looked-at = Looked at on { $day } at { $clock }.
report-sound-signature = The signature is good.
report-sound-otherwise = The badge itself is properly signed and still valid.
report-clock = { $hour }:{ $minute }
report-now = What to do now?
report-checks = What we checked
report-checks-missing = What is missing, then the rest
report-checks-more = The other points looked at
report-recognised = { $count ->
        [one] Recognised by one partner
       *[other] Recognised by { $count } partners
    }
report-recognised-if-valid = { $count ->
        [one] When it is valid, this badge is recognised by one partner
       *[other] When it is valid, this badge is recognised by { $count } partners
    }
report-networks = What each network says
report-support = Words of support
report-support-unknown = Name not checked
report-recognised-title = Who recognises it?
report-recognised-nobody = For now, only the organisation that awarded it recognises it.
report-recognised-no-partner = No partner of the network recognises this badge.
report-recognised-unknown = We do not know who recognises it. The list of partners is missing.
report-fact = { $label }: { $value }

# ---------------------------------------------------------------- the badge
badge-unnamed = A badge without a name
badge-can-do = This badge recognises that this person can:
badge-others-can-do = This badge recognises that another person can:
badge-could-do = This badge recognised that this person could:
badge-by = Awarded by
badge-by-claimed = The badge says
badge-by-written = Name in the badge
badge-this-name = This name
badge-not-checked-name = We did not check it.
badge-quoted = “{ $text }”
badge-to = To
badge-to-asked = The person you named
badge-to-write = Name of the person, to write by hand:
badge-to-hidden = The name is hidden in the badge on purpose. Give a name: we can then check.
badge-to-space = A badge notebook, without a name
badge-on = On
badge-until = Until
badge-no-end = No end date
badge-day-unknown = No date
badge-seen-by = Seen by
badge-how = How the person earned it
badge-criteria = What had to be shown
badge-evidence = What they showed
badge-no-picture = The picture of this badge is not shown here.

# ---------------------------------------------------------------- each check in words
format-read =
    .title = It is a badge.
    .help = We could read all of it.

format-not-a-badge =
    .title = This document is not a badge.
    .help = It is signed in the same way, and says something else.
format-refreshed =
    .title = The organisation gave a newer copy of the badge.
    .help = It is the one that we looked at.
format-not-refreshed =
    .title = The organisation promises a newer copy of the badge.
    .help = We did not get it. We looked at the one that you gave.
format-part-unread =
    .title = A part of this file cannot be read.
    .help = The other badges are read, each on its own.
format-rival =
    .title = This picture holds another, older badge.
    .help = We do not know whether the two say the same.
format-several =
    .title = This file holds several badges.
    .help = Each has its answer.

proof-holds =
    .title = The file is intact.
    .help = Nobody changed it.
proof-one-unknown =
    .title = The file is intact.
    .help = It also holds a signature that we cannot read.
proof-hosted =
    .title = The badge’s page says the same.
    .help = The file and the site agree.
proof-none =
    .title = This badge is not signed.
    .help = Anyone can write a badge without a signature.
proof-invalid =
    .title = The signature does not match.
    .help = The content changed after signing, or someone else signed it.
proof-malformed =
    .title = The signature is damaged.
    .help = A part of it is missing.
proof-wrong-purpose =
    .title = This signature is for something else.
    .help = It was not made to award a badge.
proof-out-of-dates =
    .title = The signature is outside its dates.
    .help = It has not begun, or it has ended.
proof-unsupported =
    .title = We cannot read this signature.
    .help = It is of a kind that we do not know.
proof-challenge-mismatch =
    .title = This answer was made for another question.
    .help = Ask the person to show their badges again.
proof-left-out =
    .title = We did not look at this signature.
    .help = Another one already gives the answer.
proof-too-complex =
    .title = We did not check the signature.
    .help = The file is too complicated for a badge.

hosted-not-checked =
    .title = We could not read this badge’s page.
    .help = { $host ->
        [none] The site does not answer.
       *[other] The site { $host } does not answer.
    }
hosted-differs =
    .title = The badge’s page says something else.
    .help = The file and the site disagree.

coverage-full =
    .title = All the text is signed.
    .help = Nobody added anything.
coverage-uncovered =
    .title = Text was added to this badge.
    .help = The signature does not cover that text.
coverage-context-unknown =
    .title = We cannot read all of this badge.
    .help = It uses words that we do not know.
coverage-not-needed =
    .title = The signature covers the whole file.
    .state = Nothing to check

dates-in-force =
    .title = The dates are right.
    .help = { $until ->
        [none] It is valid today.
       *[other] It is valid until { $until }.
    }
dates-no-end =
    .title = The dates are right.
    .help = It has no end date.
dates-expired =
    .title = This badge is out of date.
    .help = { $until ->
        [none] Its last day has passed.
       *[other] Its last day was { $until }.
    }
dates-not-yet =
    .title = This badge is not valid yet.
    .help = { $from ->
        [none] Its first day has not come.
       *[other] It will be on { $from }.
    }
dates-impossible =
    .title = The dates of this badge do not fit together.
    .help = It ends before it begins.
dates-unknown =
    .title = This badge does not say when it was awarded.
    .help = We cannot look at its dates.

status-in-force =
    .title = The badge was not withdrawn.
    .help = { $listed ->
        [none] We read the organisation’s list.
       *[other] The list of the organisation that we read is of { $listed }.
    }
status-hosted =
    .title = The badge was not withdrawn.
    .help = It is still on the organisation’s site.
status-none-declared =
    .title = The organisation planned no way to withdraw this badge.
    .help = It publishes no list of withdrawn badges.
    .state = Nothing to check
status-revoked =
    .title = The organisation withdrew this badge.
    .help = { $reason ->
        [none] It gave no reason.
       *[other] Reason given: “{ $reason }”
    }
status-suspended =
    .title = The organisation put this badge on hold.
    .help = It may become valid again.
status-unknown =
    .title = Was it withdrawn? We do not know.
    .help = We could not read the organisation’s list.
status-unreachable =
    .title = Was it withdrawn? We do not know.
    .help = { $host ->
        [none] The organisation’s site does not answer.
       *[other] The site { $host } does not answer.
    }
status-list-invalid =
    .title = Was it withdrawn? We do not know.
    .help = The organisation’s list is damaged, or too old.
status-kind-unknown =
    .title = Was it withdrawn? We do not know.
    .help = The organisation publishes a list that we cannot read.
status-list-short =
    .title = The badge was not withdrawn.
    .help = The organisation’s list is short. It protects people poorly.
status-list-by-another =
    .title = The list of withdrawn badges comes from someone else.
    .help = The organisation did not sign it itself.

key-issuers =
    .title = The organisation did sign it.
    .help = The key is its own.
key-not-issuers =
    .title = { $why ->
        [revoked] The organisation has withdrawn this key.
        [expired] The organisation no longer used this key.
       *[other] The organisation it names did not sign this badge.
    }
    .help = { $why ->
        [revoked] Somebody else may use it.
        [expired] It had ended before that day.
       *[other] The key is not its own.
    }
key-unavailable =
    .title = Did it sign this badge? We do not know.
    .help = { $host ->
        [none] We could not read the organisation’s key.
       *[other] The site { $host } does not answer.
    }
key-did-method-unknown =
    .title = Did it sign this badge? We do not know.
    .help = The organisation presents itself in a way that we do not know.
key-did-document-invalid =
    .title = Did it sign this badge? We do not know.
    .help = The page where the organisation gives its key is damaged.
key-invalid =
    .title = The key of this badge does not work.
    .help = It is damaged, or too weak.
key-unproven =
    .title = We do not know who signed this badge.
    .help = Nothing ties the signature to the organisation it names.
key-hosted =
    .title = The badge is on the organisation’s site.
    .help = The organisation put it there itself.

key-hosted-in-clear =
    .title = The badge is on the organisation’s site.
    .help = It gives an address without protection. We read the protected one.

registry-member =
    .title = The organisation is in the network.
    .help = It could award this badge on that day.
registry-past-member =
    .title = The organisation was in the network that day.
    .help = It has left since. The badge keeps its worth.
registry-not-listed =
    .title = The organisation is outside the network.
    .help = Our network does not know it. This says nothing about the person.
registry-listed-unsigned =
    .title = A list without a signature names this organisation: { $partner }.
    .help = Anybody can write in such a list. It proves nothing.
registry-member-elsewhere =
    .title = Another network knows this organisation.
    .help = We show its answer. It is not enough by itself.
registry-not-member-then =
    .title = The organisation was not in the network that day.
    .help = This says nothing about the person.
registry-not-for-this-badge =
    .title = The organisation is in the network, but not for this badge.
    .help = It could not award this badge on that day.
registry-key-not-awarding =
    .title = The organisation did not plan this signature.
    .help = It did not give this key for awarding badges.
registry-key-stolen =
    .title = This key is no longer the organisation’s.
    .help = The organisation said so: someone else may use it.
registry-recogniser-only =
    .title = The organisation recognises badges, but awards none.
    .help = The network did not give it that part.
registry-look-alike =
    .title = Careful: this name looks like a partner’s name.
    .help = { $partner ->
        [none] This badge does not come from that partner.
       *[other] This badge does not come from { $partner }.
    }
registry-none =
    .title = We did not look for the organisation.
    .help = There is no list of partners here.
registry-not-checked =
    .title = Is it in the network? We do not know.
    .help = We could not read the list of partners.
registry-issuer-unknown =
    .title = Is it in the network? We do not know.
    .help = The page of the badge is missing. Only that page says who gave it.
registry-signer-unknown =
    .title = Is it in the network? We do not know.
    .help = Nothing says who signed this badge.
registry-expired =
    .title = Is it in the network? We do not know.
    .help = Our list of partners is too old.

recipient-match =
    .title = This badge is this person’s.
    .help = The name or the address matches.
recipient-match-weak =
    .title = This badge belongs to this person.
    .help = The badge hides the name or address badly.
recipient-other =
    .title = This badge was awarded to another person.
    .help = You gave another name, or another address.
recipient-shown-by-another =
    .title = Another person shows this badge.
    .help = The one who answers is not the one of the badge.
recipient-not-asked =
    .title = The person’s name.
    .help = You did not give a name.
recipient-not-comparable =
    .title = Is it this person’s? We do not know.
    .help = The badge does not hold that kind of name or address.

picture-same =
    .title = This is the picture of the organisation that awarded the badge.
picture-alike =
    .title = This is the picture of the organisation that awarded the badge.
    .help = It was made larger or smaller, or saved again.
picture-different =
    .title = This is not the picture of the organisation that awarded the badge.
    .help = The badge does not depend on it. Look at both pictures.
    .received = The picture we were given
    .issuers = The organisation’s picture
picture-changed-since =
    .title = The organisation’s picture has changed since the badge was awarded.
    .help = It is no longer the one that the organisation signed. The badge does not depend on it.
picture-unnamed =
    .title = The organisation gave this badge no picture.
    .state = Nothing to check
picture-not-compared =
    .title = Is it the organisation’s picture? We do not know.
    .help = We could not compare the pictures. The badge does not depend on it.
picture-none =
    .title = This badge is not in a picture.
    .state = Nothing to check

content-complete =
    .title = The badge says what it recognises.
    .help = Its name and what had to be shown are there.
content-incomplete =
    .title = The badge does not say everything.
    .help = Its name, or what had to be shown, is missing.
content-not-due =
    .title = We did not look at the content.
    .state = Nothing to check
schema-departed =
    .title = The badge does not quite have the form that it announces.
    .help = A part is missing or has another form. The badge does not depend on it.
schema-not-checked =
    .title = The badge announces a form that we did not look at.
    .help = We do not know that form. The badge does not depend on it.

evidence-none =
    .title = The badge shows no evidence.
    .state = Nothing to check
evidence-told =
    .title = The badge tells what the person showed.
    .state = To be read
evidence-not-opened =
    .title = The badge gives links to evidence.
    .help = We do not open them. You can look at them yourself.

endorsement-none =
    .title = Nobody added words of support.
    .state = Nothing to check
endorsement-signed =
    .title = The words of support are signed.
    .help = Each comes from an organisation of the network.
endorsement-signed-by-unknown =
    .title = The words of support are signed.
    .help = But the list does not know everyone who wrote them.
endorsement-false =
    .title = One word of support is not properly signed.
    .help = Leave it aside. The badge does not depend on it.
endorsement-of-another =
    .title = A word of support is about something else.
    .help = We do not show it. The badge does not depend on it.
endorsement-ended =
    .title = A word of support no longer holds.
    .help = It has ended or was taken back. The badge does not depend on it.
endorsement-own =
    .title = The organisation supports its own badge.
    .help = Nobody else added a word of support.
    .state = Good to know
endorsement-not-checked =
    .title = We do not know who wrote the words of support.
    .help = The badge does not depend on them.

# ---------------------------------------------------------------- what was named on the command line
refresh-not-taken =
    .title = This is no newer copy of this badge.
input-no-file =
    .title = There is no file under this name, or it cannot be opened.
    .help = See whether the name is written rightly.

# ---------------------------------------------------------------- the reasons, one sentence each
reason-tampered = The file was changed.
reason-key_not_issuers = The organisation it names did not sign.
reason-uncovered_text = Some text is not signed.
reason-hosted_differs = The organisation’s site says otherwise.
reason-proof_misused = The signature was made for something else.
reason-revoked = The organisation withdrew it.
reason-suspended = The organisation put it on hold.
reason-expired = It is out of date.
reason-not_yet_valid = It is not valid yet.
reason-other_person = It is another person’s.
reason-status_not_checked = We do not know whether it was withdrawn.
reason-key_not_checked = We do not know whether the organisation signed it.
reason-proof_not_checked = We could not check the signature.
reason-hosted_not_checked = We could not read the badge’s page.
reason-coverage_not_checked = A part may not be signed.
reason-registry_not_checked = The list of partners is missing.
reason-recipient_not_checked = We do not know whose it is.
reason-rival_not_checked = The picture holds a second badge, not checked.
reason-no_proof = It is not signed.
reason-issuer_unproven = We do not know who signed.
reason-no_registry = There is no list of partners here.
reason-not_in_registry = The organisation is outside the network.
reason-not_member_then = The organisation was not in the network that day.
reason-not_for_this_badge = The organisation could not award this badge.
reason-key_not_awarding = The organisation did not plan this signature.
reason-list_by_another = The list of withdrawn badges comes from someone else.
reason-look_alike = The name looks like a partner’s name.
reason-not_a_badge = This document is not a badge.
reason-duplicate = You already have this badge.
reason-newer = It is a newer version of a badge you have.

# ---------------------------------------------------------------- for specialists
expert-level = Level
expert-reasons = Reasons
expert-format = Format
expert-container = Container
expert-proofs = Signature
expert-registry = Registry
expert-registry-of = { $name }, version of { $day }, { $partners } partners
expert-no-registry = None
expert-alarm = Registry, to look at
expert-requests = Addresses asked
expert-no-requests = None

report-recognised-unproven = We do not know who awarded it, so not who recognises it.

# ---------------------------------------------------------------- the verifier's pages
page-verifier = Check a badge
page-start = Is this badge valid?
    .lead = Drop the badge. We answer in one sentence.
page-start-wrong = The badge is missing
page-start-nothing = The badge is missing. Choose a file, or paste a link.
page-start-file = Choose the badge, or drop it here
page-start-kinds = A picture, a PDF, a file, or the photo of a paper.
page-start-limit = { $megabytes } MB at most.
page-start-chosen = Chosen file:
page-start-who = Whose badge is it? (optional)
    .help = A name or an e-mail address. We check that the badge is this person’s.
page-start-go = Check this badge
page-start-busy = We are checking… It takes a few seconds.
page-start-link = I have no file, I have a link
    .help = Paste the link or the text here
page-start-paper = I have a paper with a black and white square (QR code)
    .help = Take a photo of it, lying flat and well lit. Then drop the photo here.
page-start-know = What you will learn
page-start-know-genuine = Is the badge genuine?
page-start-know-valid = Is it still valid?
page-start-know-who = Who awarded it?
page-start-know-near = Who recognises it near you?
page-start-know-whose = Is it this person’s?
page-start-promise = No account. Free. We keep nothing.

page-answer-retry = Try again
page-answer-rename = Correct the name or the address
page-answer-rename-go = Check with this name
page-answer-another = Check another badge
page-answer-another-file = Check another file
page-answer-print = Keep this answer
page-answer-specialists = For specialists
page-answer-report = The full report

page-help = Help
    .heading = How to check a badge
page-help-original = Ask for the original file
    .text = A badge is a picture with a signature hidden inside. A screenshot loses that signature. So ask for the file just as the person received it.
page-help-photo = With a paper
    .text = The paper holds a black and white square (QR code). Take a photo of that square, lying flat and well lit. Drop the photo.
page-help-link = With a link
    .text = Open “I have no file, I have a link”. Paste the link, then check.
page-help-person = To know whose badge it is
    .text = Write the person’s name or e-mail address. We compare it with the badge. We do not keep what you write.
page-help-answers = What the answer means
page-help-answer-trusted = Everything is checked. The organisation is in the network of trust.
page-help-answer-not-in-registry = The badge is properly signed. We do not know the organisation.
page-help-answer-undetermined = Something is missing. Try later, or write to the organisation.
page-help-answer-other-person = You gave a name. The badge holds another one.
page-help-answer-expired = The badge had an end date. It has passed.
page-help-answer-revoked = The organisation no longer stands by this badge.
page-help-answer-refused = The file was changed, or someone else signed it.
page-help-answer-no-badge = This file is something else, or a screenshot.
page-help-fails = If it does not work
    .text = Call the organisation that awarded the badge. It can give the person a copy.

page-about = Who are we?
    .heading = Who are we?
page-about-what = What a badge shows
    .text = A badge says what a person can do with digital tools. A professional saw them do it. The badge holds the signature of that professional’s organisation.
page-about-who = Who is behind it
    .text = Digital mediators of Bourgogne-Franche-Comté created these badges. The project is called DEFFILAB. It brings together the regional Hub MedNum BFC, carried by ARNia, the Fablab des 3 Lapins and the collective Bravo BFC.
page-about-recognise = Recognising
    .text = A badge is neither a diploma nor an exam. Its worth comes from the partners that recognise it in public. Their names are on every answer.
page-about-free = Free software
    .text = Anyone may read this program, install it and check it.

page-accessibility = Accessibility
    .heading = Accessibility
page-accessibility-aim = What we want
    .text = Everyone can check a badge: by keyboard, with a screen reader, on a small phone. We follow the French RGAA, which takes up WCAG 2.2, level AA.
page-accessibility-done = What is done
    .text = The pages work without a mouse and without JavaScript. Text grows to 200%. No meaning rests on colour alone. Automatic trials look at this on every change.
page-accessibility-left = What is left to do
    .text = Nobody from outside has audited these pages yet. So we do not say that they conform.
page-accessibility-tell = Is something in your way?
    .text = Tell the organisation that gave you this address. It will give you the answer another way.

page-privacy = Privacy
    .heading = Privacy
page-privacy-nothing = We keep nothing
    .text = Your file is read in memory, then forgotten with the answer. Nothing is written on a disk. The name you write is forgotten too.
page-privacy-asked = What we ask elsewhere
    .text = For some badges, we read the organisation’s page, its picture or its list of withdrawn badges. We tell it neither your name nor the person’s. The answer gives these addresses, for specialists.
page-privacy-cookies = Cookies
    .text = There are two at most: the language you choose, and the protection of the form. None follows you.
page-privacy-rights = Your rights
    .text = We hold nothing about you, so there is nothing to correct or erase. The answer stays with you if you print it.
