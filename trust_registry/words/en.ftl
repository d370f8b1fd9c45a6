# The words of this floor: what happened, then what the reader can do about it.


# ------------------------------------------------------------------ catalogue
# Facts: id and name (of the badge or pathway), field, language, count, limit, word, sentence.

catalogue-status-reconstruction =
    .title = This list of badges is a reconstruction
    .help = It serves until the regional hub publishes its own.
catalogue-status-published =
    .title = This list of badges is published by the regional hub

catalogue-evidence-task = A task carried out
    .help = The person does it without help, in front of you.
catalogue-evidence-situation = A situation played
    .help = The person plays a moment of everyday life.
catalogue-evidence-observation = The professional’s observation
    .help = Say what you saw, and when.
catalogue-evidence-document = A document produced
    .help = The person chooses whether to show it.
catalogue-evidence-procedure = A procedure done alone
    .help = Keep a trace of the procedure, never its content.

catalogue-invalid =
    .title = This catalogue cannot be read
    .help = Look at { $path }: { catalogue-why }.
catalogue-badge-unknown =
    .title = The network has no badge { $badge }
    .help = Look at the list of the network’s badges.
catalogue-image-missing =
    .title = The image { $image } is not there
    .help = Add this image, then try again.

catalogue-too-many-badges =
    .title = The pathway “{ $name }” has { $count } badges
    .help = Keep { $limit } badges at most. Add the others little by little.
catalogue-name-too-long =
    .title = The name of “{ $name }” is too long
    .help = It has { $count } characters in { catalogue-language }, for { $limit } at most.
catalogue-sentence-too-long =
    .title = A sentence of “{ $name }” is too long
    .help = It has { $count } words, for { $limit } at most. Cut it in two: “{ $sentence }”
catalogue-jargon =
    .title = The word “{ $word }” is not understood at once
    .help = Say it another way. Look at { catalogue-field } of “{ $name }”.
catalogue-exam =
    .title = The word “{ $word }” does not suit a badge
    .help = A badge recognises. It measures nobody. Look at { catalogue-field } of “{ $name }”.
catalogue-unseen =
    .title = “{ $name }”: “{ $word }” cannot be seen
    .help = Say what the person does in front of you. Otherwise each looks at something else.
catalogue-no-criteria =
    .title = “{ $name }” has no criteria
    .help = Say what you want to see before awarding this badge.
catalogue-no-evidence-kinds =
    .title = “{ $name }” expects no evidence
    .help = Choose at least one of the five kinds of evidence.
catalogue-no-situations =
    .title = “{ $name }” has no situation
    .help = Give at least one moment when it can be seen.
catalogue-can-do-count =
    .title = “{ $name }” names { $count } things the person can do
    .help = Write { $least } to { $most } things.
catalogue-missing-language =
    .title = “{ $name }” is not complete in { catalogue-language }
    .help = Write { catalogue-field } in this language.
catalogue-languages-differ =
    .title = “{ $name }” has not as many lines in each language
    .help = Look at { catalogue-field }: one line in French, one line in English.
catalogue-badge-in-no-pathway =
    .title = “{ $name }” is in no pathway
    .help = Add this badge to a pathway.
catalogue-alignment-without-code =
    .title = A competence of “{ $name }” has no number
    .help = Add the number of “{ $alignment }”.
catalogue-nobody-awards =
    .title = Nobody can award these badges
    .help = At least one badge must allow its holder to award the others.

catalogue-language = { $language ->
    [fr] French
    [en] English
   *[other] { $language }
}
catalogue-field = { $field ->
    [name] the name
    [summary] the presentation sentence
    [can_do] what the person can do
    [criteria] the criteria
    [situations] the situations
    [good_for] what the badge is good for
    [alt] the description of the image
    [tags] the keywords
    [alignment] the name of the competence
   *[other] the text
}
catalogue-why = { $why ->
    [missing] a part is missing
    [unknown] this part is not expected
    [empty] nothing is written
    [too-long] the text is too long
    [too-many] the list is too long
    [out-of-range] the number is too small or too large
    [characters] a character cannot be seen
    [form] it is not written as expected
    [choice] this choice is not in the list
    [language] this is not a language code
    [duplicate] it is there twice
    [no-such-badge] this badge is not in the catalogue
    [personal] what belongs to a person is not published
    [shortened] what is published is not taken back
    [signature] the signature does not hold
    [foreign] this belongs to another partner
   *[other] this is not the kind of value expected
}

# ------------------------------------------------------------------ the registry's page
# Facts: day, listed, until (days in words), count.

page-registry = The partners of the network
    .heading = Who is in the network?
    .lead = These organisations recognise each other. Each signs its own part of the list.
page-registry-unread = The list of partners cannot be read now.
    .help = Come back in a moment. Nothing is lost.
page-registry-fresh = List of { $listed }, up to date until { $until }.
page-registry-old = This list, of { $listed }, has not been up to date since { $until }.
    .help = The regional hub has to renew it. Until then it proves nothing.
page-registry-count = { $count ->
        [one] One partner
       *[other] { $count } partners
    }
page-registry-since = Since { $day }
page-registry-left = Until { $day }
page-registry-gone = Have left the network
    .help = Badges given before that day still hold.
page-registry-written = See the pages of the network, as they were on that day
page-registry-programs = For programs
    .help = The signed list begins with this file. Any site may give a copy of it.


# ------------------------------------------------------------------ members and entries
# Facts: path, why (see catalogue-why), slug (a member's short name), part, file, source.

kind-hub =
    .title = Regional hub
kind-association =
    .title = Association
kind-library =
    .title = Library
kind-insertion =
    .title = Support into work
kind-employment =
    .title = Employment service
kind-training =
    .title = Training body
kind-town =
    .title = Town or local authority
kind-employer =
    .title = Employer
kind-education =
    .title = School or university
kind-other =
    .title = Other organisation

registry-unreadable =
    .title = We cannot read the list of partners
    .help = Try again later. Otherwise, tell the regional hub.
registry-unreachable =
    .title = The list of partners does not answer: { $source }
    .help = Check the address or the folder. Try again later.
registry-untrusted =
    .title = Somebody else has changed the list of partners
    .help = Do not use this list. Tell the regional hub. File: { $file }
registry-rolled-back =
    .title = This list of partners is older than the last one
    .help = We keep the one you already have. File: { $file }
registry-out-of-date =
    .title = This list of partners has passed its date
    .help = Ask the regional hub to renew it.
registry-members-invalid =
    .title = This list of partners cannot be read
    .help = Look at { $path }: { catalogue-why }.
registry-entry-invalid =
    .title = This partner’s entry cannot be read
    .help = Look at { $path }: { catalogue-why }.
registry-registries-invalid =
    .title = This file of networks cannot be read
    .help = Look at { $path }: { catalogue-why }.
registry-recognition-invalid =
    .title = This recognition cannot be read
    .help = Look at { $path }: { catalogue-why }.
registry-history-shortened =
    .title = A piece of the past of { $slug } is missing
    .help = { $part ->
        [member] A partner leaves, but its name stays. Close its rights.
        [ids] Keep all its identifiers, the main one first.
       *[other] Keep each right with its dates. The past is not rewritten.
    }

# ------------------------------------------------------------------ places
# Facts: why; days, times, first, last, from, to, hour, minute.

places-unreadable =
    .title = This file of places cannot be read
    .help = { $why ->
        [too-large] It is too large. Keep the places of your region.
        [too-many] It holds too many places. Keep those of your region.
        [columns] It needs the columns nom, adresse, code_postal and commune.
       *[form] Give a CSV or JSON file in the national schema of places.
    }
place-open = { $days }: { $times }
place-closed = { $days }: closed
place-days = { $first } to { $last }
place-times = { $from } to { $to }
place-hour = { $hour }:00
place-time = { $hour }:{ $minute }
place-day-mo = Monday
place-day-tu = Tuesday
place-day-we = Wednesday
place-day-th = Thursday
place-day-fr = Friday
place-day-sa = Saturday
place-day-su = Sunday

# ------------------------------------------------------------------ publishing
# Facts: folder, slug, role, list, why.

desk-unusable =
    .title = This folder cannot be used
    .help = Choose another folder.
desk-folder-taken =
    .title = The folder { $folder } already holds something else
    .help = Choose an empty folder, or a new name.
desk-not-a-registry =
    .title = The folder { $folder } holds no registry
    .help = Make it first: badge-registry demo { $folder }
desk-site-unread =
    .title = The address { $address } gives no registry
    .help = Check the address and the Internet, then try again. Nothing was sent.
desk-busy =
    .title = Somebody else is publishing right now
    .help = Wait a minute, then try again. Nothing was changed.
desk-unwritable =
    .title = We cannot write in this folder
    .help = { $why ->
        [full] The disk is full. Make room, then try again.
        [permission] Ask for the right to write in this folder.
       *[other] Check the disk, then try again.
    }
desk-key-missing =
    .title = The key that signs for { $role } is missing
    .help = Put it back into the folder of keys, then try again.
desk-member-unknown =
    .title = No partner is called { $slug }
    .help = Look at the list: badge-registry status. To come into the network, your entry also has “member”.
desk-member-known =
    .title = A partner is already called { $slug }
    .help = Choose another short name.
desk-attested-awards =
    .title = { $slug } does not have its own key yet
    .help = Without one, this partner recognises badges but awards none.
desk-list-forgets =
    .title = This list forgets a badge that was withdrawn
    .help = The list { $list } of { $slug } starts from an old copy. Withdraw again with the internet.
desk-lists-differ =
    .title = The lists of withdrawn badges are not those of the entry
    .help = Look at the list { $list } of { $slug }.

registry-of-a-list =
    .title = Trial registry

made-registry =
    .title = Registry made: { $partners ->
        [one] { $partners } partner
       *[other] { $partners } partners
    }, { $badges } badges.
made-served =
    .title = To be put online, nothing else: { $folder }
made-next =
    .title = To verify a badge: badge-verify --registry { $folder } badge.png

published-entry =
    .title = The entry of { $name } is published. { $count ->
        [0] It recognises no badge yet.
        [one] It holds one recognition.
       *[other] It holds { $count } recognitions.
    }
published-closed =
    .title = The rights of { $name } end on { $day }. Badges it already awarded stay good.

standing-holds =
    .title = { $partners ->
        [one] { $partners } partner
       *[other] { $partners } partners
    }, { $badges } badges
standing-published =
    .title = List of { $day }
standing-green =
    .title = Green: all is up to date. Next date: { $day }.
standing-amber =
    .title = Amber: to be renewed before { $day }.
standing-red =
    .title = Red: a date has passed, { $day }. Renew the list.
standing-file-amber =
    .title = { $name ->
        [none] { standing-role }: to be renewed before { $day }
       *[other] { $name }: entry to be renewed before { $day }
    }
standing-file-red =
    .title = { $name ->
        [none] { standing-role }: its date has passed, { $day }
       *[other] { $name }: the date of its entry has passed, { $day }
    }
standing-role = { $role ->
    [root] The keys of the hub
    [targets] The list of partners
    [snapshot] The summary
   *[other] The date of the day
}


# ------------------------------------------------------------------ what a reader should look at

registry-not-refreshed =
    .title = The list of partners does not answer today
    .help = We keep the one of last time, with its date.
registry-fewer-partners =
    .title = Many partners are missing from the new list
    .help = We keep the one before. Tell the regional hub.
registry-mirror-refused =
    .title = One of the copies of the list was refused
    .help = Its files are old or were changed. The list comes from another copy. Tell the regional hub.
registry-unsigned-list =
    .title = The list of organisations is not signed
    .help = Anybody may have changed it. No badge is called valid with it.
registry-clock-behind =
    .title = This computer’s clock is behind
    .help = The list is newer than the date here. Set the time.

# ------------------------------------------------------------------ the pages of the published list
# Facts: day (in words), count, needed, rule.

site-brand = Network of trust
site-back = The whole network
site-signed = List signed on { $day }.
site-home = Who recognises these badges?
    .heading = Organisations recognise what you can do
    .lead = { $count ->
        [0] No partner awards these badges yet.
        [one] One partner awards or recognises these badges.
       *[other] { $count } partners award or recognise these badges.
    }
site-see-badges = See the badges
site-partners = The partners
site-gone = Have left the network
    .help = The badges awarded before they left stay good.
site-pathways = The pathways
    .help = A few badges that belong together, one step at a time.
site-badges = The badges
    .help = Each badge recognises things that somebody saw done.

site-can-do = This badge recognises that the person can:
site-how = How to obtain it
    .help = Somebody of the network sees you do it. Then they award you the badge.
site-criteria = What is looked at
site-situations = Moments to show it
site-evidence = Possible evidence
site-good-for = What it is good for
site-in-pathways = In which pathways
site-awarded-by = { $count ->
    [0] Nobody awards this badge yet
    [one] One partner awards this badge
   *[other] { $count } partners award this badge
}
site-recognised-by = { $count ->
    [0] Nobody else recognises it yet
    [one] One partner recognises it
   *[other] { $count } partners recognise it
}
site-pathway-recognised-by = { $count ->
    [0] Nobody recognises this whole pathway yet
    [one] One partner recognises this whole pathway
   *[other] { $count } partners recognise this whole pathway
}
site-rule = { $rule ->
    [ordered] { $count ->
        [one] A single step.
       *[other] { $count } steps. This is the advised order.
    }
   *[other] { $needed } badges among these { $count }, in any order you like.
}

site-since = In the network since { $day }.
site-left = Left the network on { $day }.
    .help = The badges awarded before that date stay good.
site-blocked = What this organisation says cannot be read today.
    .help = We do not know what it recognises.
site-attested = The regional hub speaks for this organisation.
site-table = Our badges
site-column-badge = Badge
site-column-role = Role
site-column-since = Since
site-column-until = Until
site-column-state = State
site-every-badge = Every badge of the network
site-role-issuer = We award it
site-role-recogniser = We recognise it
site-no-end = no end
site-standing-active = Active
site-standing-soon = Ends soon
site-standing-ended = Over
site-standing-later = Not begun yet
site-keys = With which keys
    .help = A key is held by a person of the organisation. Their name is not published.
site-key-active = Active since { $day }
site-key-ended = Stopped on { $day }
    .help = The badges awarded before stay good.
site-key-stolen = Lost or stolen, stopped on { $day }
    .help = Trust no badge signed with this key.
site-also = We also recognise
site-word = “{ $text }”
site-also-pathway = The whole pathway
site-also-partner = Every badge of this organisation
site-where = Where to find us
site-where-badge = Where to obtain it
site-where-pathway = Where to follow this pathway
site-awards-some = { $count ->
    [1] One badge of { $total } is awarded here.
   *[other] { $count } badges of { $total } are awarded here.
}
site-address = Address
site-hours = Opening hours
site-telephone = Telephone
site-contact = How to reach us
site-no-contact = This organisation has given no address.
site-mail = E-mail
site-form = Contact
site-web = Website
site-specialists = For specialists

expert-site =
    .help = The first root is enough to check the whole list, wherever it comes from.
expert-site-version = Version
expert-site-until = Good until
expert-site-root = First root
expert-site-file = File of the day
expert-site-address = Address
expert-site-equivalent = The same badge, elsewhere
expert-site-identifier = Identifier
expert-site-siren = SIREN
expert-site-keys = Keys

site-journal = What changed in the network
    .lead = From the newest to the oldest, until { $day }.
    .follow = Follow these news (Atom)
# Facts: name, of the partner; badge, its name; all: every badge.
site-change-joined = { $name } joined the network.
site-change-left = { $name } left the network.
site-change-awards = { $badge ->
        [all] { $name } may award every badge of the network.
       *[other] { $name } may award “{ $badge }”.
    }
site-change-awards-no-more = { $badge ->
        [all] { $name } awards no badge any more.
       *[other] { $name } does not award “{ $badge }” any more.
    }
site-change-recognises = { $badge ->
        [all] { $name } recognises the badges of the network.
       *[other] { $name } recognises “{ $badge }”.
    }
site-change-recognises-no-more = { $badge ->
        [all] { $name } recognises no badge any more.
       *[other] { $name } does not recognise “{ $badge }” any more.
    }
site-change-key-stolen = { $name } declared a key lost or stolen.
expert-site-files = All files
    .help = A copy of this page and of its links (wget --mirror) is a whole mirror.

# ------------------------------------------------------------------ questions from programs

query-invalid =
    .title = This question is not of the right form
    .help = The questions are described beside this page.
query-authority-unknown =
    .title = This list does not speak for that authority
    .help = Ask the network that it is about.
query-list-too-old =
    .title = The list is too old to answer
    .help = Try again once it has been renewed.

# ------------------------------------------------------------------ the past, told again (audit)
# Facts: name (of a partner), key and keys (beginnings of keys), file, day, until, since, count.

audit-too-large =
    .title = This folder holds more than { $limit } files
    .help = Give the folder of one registry only.
audit-progress = Reading edition { $at } of { $of }…
audit-editions = { $count } editions from { $first } to { $last }, { $renewals } of them without a change.
audit-day = { $day }
audit-signed = Signed by { $valid ->
        [one] { $valid } key
       *[other] { $valid } keys
    } of { $of } ({ audit-role }): { $keys }
audit-role = { $role ->
    [root] keys of the Hub
    [targets] list of partners
    [snapshot] table of contents
    [timestamp] date of the day
   *[other] { $role }
}
audit-outcome-sound = All of it holds: each signature is that of its own day.
audit-outcome-odd = The signed past holds. Something beside it should be looked at.
audit-outcome-broken = Beware: the past is not what was signed.
audit-denied = { $count ->
        [one] The older copy says one thing that this one no longer says:
       *[other] The older copy says { $count } things that this one no longer says:
    }

audit-opened = The registry opens with { $count } keys. { $needed } of them are needed to change it.
audit-hub-keys = { audit-role }: { $gone ->
        [none] no key leaves
       *[other] { $gone } leaves
    }, { $come ->
        [none] none comes
       *[other] { $come } comes
    }. { $needed } of { $count } are needed.
audit-root-renewed = The keys of the Hub are confirmed until { $until }.
audit-catalogue = The network publishes { $count } badges and { $pathways } pathways.
audit-joined = { $name } joins the network: { audit-kind }, { $assurance ->
        [hub-attested] the Hub signs for this organisation.
       *[other] with its own key.
    }
audit-kind = { $kind ->
    [hub] regional Hub
    [association] association
    [library] library
    [insertion] local mission or integration
    [employment] employment service
    [training] training body
    [town] town or local authority
    [employer] employer
    [education] school or university
   *[other] other organisation
}
audit-identifier = { $name } has one more address: { $identifier }
audit-named = { $name } was called { $before }.
audit-assured-self-signed = { $name } now signs with its own key.
audit-assured-hub-attested = The Hub now signs for { $name }.
audit-described = { $name } changes its place, its kind or its number.
audit-badges = { $badges ->
    [all] every badge
   *[other] { $badges }
}
audit-until = { $until ->
    [none] {""}
   *[other] , until { $until }
}
audit-right = { $role ->
        [issuer] { $name } may award { audit-badges } from { $since }{ audit-until }.
       *[other] { $name } may recognise { audit-badges } from { $since }{ audit-until }.
    }
audit-right-ends = { $role ->
        [issuer] { $name } no longer awards { audit-badges }{ audit-end }.
       *[other] { $name } no longer recognises { audit-badges }{ audit-end }.
    }
audit-end = { $until ->
    [none] {""}: this end is lifted
   *[other] {" "}from { $until }
}
audit-folder = { $name } gets its place. Key that signs: { $key }
audit-folder-key = { $name }: the key that signs changes. The new one is { $key }.
audit-awarder = { $name }: key { $key } may award { audit-badges } from { $since }.
audit-awarder-ends = { $name }: key { $key } ends on { $until }. { $reason ->
        [superseded] It is replaced.
        [compromised] It is lost or stolen.
       *[other] The reason is not said.
    }
audit-recognises = { $name } recognises “{ $what }”.
audit-recognises-no-more = { $name } no longer recognises “{ $what }”.
audit-entry-described = { $name } changes its presentation or its address.
audit-withdrawn = { $name }, list { $list }: { $count ->
        [0] no badge withdrawn.
        [one] { $count } badge withdrawn.
       *[other] { $count } badges withdrawn.
    }
audit-badge-added = New badge: “{ $name }” ({ $id }).
audit-badge-removed = The badge “{ $name }” ({ $id }) is no longer in the list.
audit-badge-changed = The badge “{ $name }” changes: { $fields }.
audit-badge-moved = The badge “{ $name }” changes its place in the list.
audit-pathway-added = New pathway: “{ $name }”.
audit-pathway-removed = The pathway “{ $name }” is no longer in the list.
audit-pathway-changed = The pathway “{ $name }” changes: { $fields }.
audit-pathway-moved = The pathway “{ $name }” changes its place in the list.
audit-catalogue-changed = The list of badges changes: { $fields }.

audit-missing = A numbered file is missing: { $file }
    .help = It was taken away, or the copy is not whole. Make the copy again.
audit-changed = This file is not the one that was signed: { $file }
    .help = Compare with another copy.
audit-written-otherwise = This signed file is no longer written as it was: { $file }
    .help = What is signed in it is whole. Compare with another copy.
audit-signature = The signatures are not those of that day: { $file }
    .help = Somebody else wrote this file.
audit-older-keys = Keys of the Hub that were replaced on that day signed once more: { $file }
    .help = The replacement was probably prepared, and not yet in place.
audit-stray = This file was added without a valid signature: { $file }
    .help = No edition names it.
audit-never-counted = This file is signed as it should be, but never counted: { $file }
    .help = A publication was probably interrupted.
audit-not-listed = A signed file does not name { $part }: { $file }
audit-no-date = This file has no date: { $file }
audit-date-back = The date goes back to { $day }: { $file }
    .help = An earlier file bore a later date.
audit-line-lost = The table of contents no longer names { $role }: { $file }
    .help = A line once published stays for ever.
audit-went-back = The table of contents goes back to an older number of { $role }: { $file }
audit-not-the-last = The date of the day names edition { $number }, which is not the last.
    .help = The copy may have been made during a publication.
audit-past-changed = The past of { $name } was shortened: { audit-part } ({ $file })
    .help = What was published had to stay.
audit-part = { $part ->
    [member] the whole organisation
    [ids] an address
    [rights] a right or its dates
    [keys] a key
    [lists] a list of withdrawn badges
   *[other] { $part }
}
audit-list-forgets = { $name } gave back a badge that was withdrawn: { $file }
audit-list-unreadable = The list { $list } of { $name } cannot be read.
    .help = We do not know how many badges are withdrawn.
audit-unreadable = This file is signed, but cannot be read: { $file }
audit-foreign = This file speaks of what is not its own, { $part }: { $file }
audit-recognition-unsound = A recognition of { $name } is not signed as it should be. It does not count.
audit-copy-missing = The plain copy of a signed file is missing: { $file }
audit-copy-differs = This plain copy says something else than the signed file: { $file }
    .help = Other programs read it. Publish it again.
audit-not-readable-today = Today’s list cannot be read by a verifier.
    .help = Reason: { $why }
audit-pages-differ = { $count ->
        [one] One page does not say what the list says: { $files }
       *[other] { $count } pages do not say what the list says: { $files }
    }
    .help = They may be of another version of the program. Look at them.
audit-pages-missing = { $count ->
        [one] One page is missing: { $files }
       *[other] { $count } pages are missing: { $files }
    }
audit-pages-not-compared = The pages could not be compared with the list.
    .help = A signed file is missing in this copy.
audit-strangers = { $count ->
        [one] No signature answers for this file: { $files }
       *[other] No signature answers for { $count } files: { $files }
    }
    .help = Find out where they come from. They are no part of the registry.
audit-other-root = The first file is not the one that you know: { $file }
    .help = This copy is of another registry, or it is false.
audit-since-broken = The older copy is itself at fault.
    .help = Check it alone, then compare again.
audit-since-missing = This file was in the older copy and is missing in this one: { $file }
audit-since-differs = This file has changed since the older copy: { $file }
    .help = A numbered file never changes.
audit-since-denies = The older copy keeps, of { $name }, what this one no longer has: { audit-part }

# ------------------------------------------------------------------ the catalogue made together
# Facts: file, line, why, what (a part of a draft), id and name (of a badge), count, limit.

catalogue-draft-invalid =
    .title = { $line ->
        [0] { $file }: { draft-why }
       *[other] { $file }, line { $line }: { draft-why }
    }
    .help = { $what ->
        [none] Mend the file, then try again.
       *[other] Look at: “{ $what }”
    }
draft-why = { $why ->
    [too-long] this text is too long
    [outside] this line stands below no known heading
    [part] this heading is not expected here
    [field] this heading is not expected here
    [fact] this line should say “name: value”
    [twice] this part is written twice
    [one-text] one text only is expected here
    [cells] a part is missing between the bars
    [not-number] a number is expected
    [encoding] this file is no text (UTF-8)
   *[other] { catalogue-why }
}
catalogue-draft-missing =
    .title = { $folder } is not a draft
    .help = Make one: badge-registry catalogue draft { $folder }
catalogue-draft-old =
    .title = The published list has changed since this draft
    .help = It was made from version { $version }, the list is at { $published }. Compare, then change that number.
catalogue-not-ready =
    .title = Nothing was published: { $count ->
        [one] one thing is left to mend
       *[other] { $count } things are left to mend
    }
    .help = Look at them: badge-registry catalogue check
catalogue-acronym =
    .title = The letters “{ $word }” mean nothing by themselves
    .help = Write the name of “{ $name }” in full words.
catalogue-base-changed =
    .title = The address of the whole list has changed
    .help = Put { $base } back: badges that were awarded bear it.
catalogue-badge-removed =
    .title = “{ $name }” is no longer in the list
    .help = Put it back: people may hold this badge already.
catalogue-address-changed =
    .title = The address of “{ $name }” has changed
    .help = Put it back: badges that were awarded bear { $address }
catalogue-too-many-new =
    .title = { $count } new badges at once is a lot
    .help = Keep { $limit } at most. Add the others little by little.
catalogue-recognised-by-nobody =
    .title = “{ $name }” is recognised only by those who award it
    .help = Look for an employer or a partner who wants to recognise it.

draft-written = Draft written: { $count } files in { $folder }.
    .help = Open them in a text editor. Then: badge-registry catalogue check { $folder }
draft-good = { $badges } badges and { $pathways } pathways: nothing to mend.
draft-to-mend = { $badges } badges and { $pathways } pathways. { $count ->
        [one] One thing to mend:
       *[other] { $count } things to mend:
    }
draft-remarks = { $count ->
        [one] One remark in the files:
       *[other] { $count } remarks in the files:
    }
draft-remark = { $file }, line { $line }: { $text }
draft-previewed = { $count } files in { $folder }. Open { $start } in a browser.
draft-same = The draft says the same as the published list.
draft-published = The list of badges is published: version { $version }.
draft-new-name = New badge
draft-hint-name = A few words that everybody understands.
draft-hint-summary = One sentence: “This badge recognises…”
draft-hint-can_do = Three to five things, one a line, without a full stop.
draft-hint-criteria = What you want to see before you award this badge. Whole sentences.
draft-hint-situations = Moments of life in which it can be seen.
draft-hint-good_for = What the person can do with this badge.
draft-hint-tags = Two or three words to find it again.
draft-hint-alt = For people who do not see the picture.
draft-hint-alignments = Framework | number | address | name in French | en: name in English
draft-hint-remarks = Write down here what is said in the workshop. This part is not published.

diff-added = { $part ->
        [badge] New badge “{ $name }” ({ $id })
       *[other] New pathway “{ $name }”
    }
diff-removed = { $part ->
        [badge] Badge taken out: “{ $name }” ({ $id })
       *[other] Pathway taken out: “{ $name }”
    }
diff-moved = “{ $name }” changes its place
diff-changed = { $part ->
        [catalogue] The whole list
       *[other] “{ $name }”
    }, { diff-field }{ diff-language }
diff-field = { $field ->
    [name] the name
    [summary] the sentence
    [can_do] what the person can do
    [criteria] what is looked at
    [evidence_kinds] the evidence
    [situations] the moments
    [good_for] what it is good for
    [alignments] the competences
    [tags] the keywords
    [alt] what the picture shows
    [equivalents] the same badge elsewhere
    [authorises] the right to award the others
    [badges] the badges
    [rule] the order
    [needed] how many badges are needed
    [slug] the address
    [base] the address
    [status] the state
    [number] the number
   *[other] the picture
}
diff-language = { $language ->
    [none] {""}
    [fr] {" "}(in French)
    [en] {" "}(in English)
   *[other] {" "}({ $language })
}

# ------------------------------------------------------------------ the sheets of a workshop

workshop-brand = Badge workshop
workshop-home = The draft
    .heading = The badges that we talk about
    .lead = Draft of { $day }. None of this is published.
workshop-all-sheets = { $count ->
        [one] The sheet to print
       *[other] The { $count } sheets to print
    }
workshop-print = Print this page: one A4 sheet a badge.
workshop-back = The whole draft
workshop-draft = Draft
workshop-no-picture = Still to be drawn
workshop-can-do = What the person can do
workshop-who-awards = Who may award it
    .nobody = Nobody yet. Who would?
    .unknown = To be decided together.
workshop-asked = What do you think?
workshop-question-name = The name is understood at once.
workshop-question-fair = We all look at the same thing.
workshop-question-missing = Something is missing.
workshop-yes = yes
workshop-no = no
workshop-remarks = Remarks
workshop-remark = Remark:
workshop-to-mend = { $count ->
        [0] Nothing to mend
        [one] One thing to mend
       *[other] { $count } things to mend
    }

# --------------------------------------------------------------- everybody's keys

file-taken =
    .title = The file { $file } is already there
    .help = Choose another name. Nothing was overwritten.
key-passphrase = Your passphrase
key-passphrase-again = Once more, the same phrase
key-passphrase-differs =
    .title = The two phrases are not the same
    .help = Begin again. No key was made.
key-made = Your key is in { $file }. Keep this file, and write the phrase down elsewhere.
key-carry = Give { $public } to the others. Its mark, to be read aloud: { $key }
key-is = Mark of this key: { $key } (in full: { $whole })
key-file-invalid =
    .title = This file is not a key that we can read
    .help = { $why ->
        [private] It is the secret half: keep it. Give the file that ends with .pub.
        [cost] It asks for work that we refuse to do.
       *[other] Ask whoever made it for the right file.
    }
key-passphrase-short =
    .title = This phrase is too short
    .help = At least { $least } characters are needed: take four words at random.
key-passphrase-wrong =
    .title = This is not the phrase of this key
    .help = Try again, or take the other file.
key-not-asked =
    .title = The key { $key } has nothing to sign here
    .help = Make sure that it is the right key, and the right proposal.

# --------------------------------------------------------------- proposals

proposal-three = The keys of three different people are needed: --admin, three times.
proposal-to-sign = { $count ->
        [one] The proposal is in { $file }. One signature is missing.
       *[other] The proposal is in { $file }. { $count } signatures are missing.
    } Carry it to those who sign: badge-registry cosign { $file } --key their.key
proposal-to-apply = Enough people have signed. Bring { $file } back to the server: badge-registry apply
proposal-made = Proposal of { $day }, for the registry { $mark }
proposal-nothing = Nothing changes.
proposal-sure = Have you read it all, and do you want to sign?
proposal-signatures = { $role ->
        [root] Keys of the hub
       *[other] List of the hub
    }: { $have } of { $need } signatures
proposal-applied = It is published. The network has { $partners ->
        [one] { $partners } partner.
       *[other] { $partners } partners.
    }
proposal-stolen = { $name }: the key is stolen since { $since }. What it said after that is taken back.
proposal-brings = { $name } brings what it publishes, signed with its own hand.
proposal-invalid =
    .title = This proposal is not what it must be
    .help = { $why ->
        [differ] These are not copies of one proposal.
        [before] What is published is not signed as it must be. Call the hub.
       *[other] Make it again on the server. Reason: { $why }
    }
proposal-stale =
    .title = The registry has changed since this proposal
    .help = Make it again on the server, then sign the new one.
proposal-unsigned =
    .title = Signatures are missing: { $have } of { $need }
    .help = Have another person sign, then try again.
proposal-other-registry =
    .title = This file is of another registry
    .help = A key serves one registry. Check the file and the folder.
bundle-invalid =
    .title = This publication cannot be taken
    .help = { $why ->
        [key] It is not signed with the key that we know.
        [signature] Its signature does not match.
        [version] It does not follow the last one. Make it again from the site of today.
        [dates] Its dates are wrong. Check the clock of your computer.
        [foreign] It touches a folder that is not yours.
        [hashes] One of its files is not the one that was signed.
        [no-entry] Your own entry is missing in it.
        [no-newcomer] This partner is in the network already.
       *[other] This file is no publication. Make it again.
    }
sending-public = This will be public:
sending-awards = The key { $key } awards { $badges }.
sending-recognises = { $comment ->
        [none] Recognises “{ $what }”
       *[other] Recognises “{ $what }”: { $comment }
    }
sending-good = The publication of { $slug } can be taken.
sending-merged = It is published: { $name }
sending-written = The publication is in { $file }. Send it to the hub.
sending-not-agreed =
    .title = Nothing was done
    .help = Correct what you want, then try again.
sending-unreadable =
    .title = { $line ->
        [0] The file { $file } cannot be read
       *[other] The file { $file } cannot be read, at line { $line }
    }
    .help = { $why ->
        [size] It is far too long for an entry.
        [text] Save it in UTF-8, as plain text.
        [twice] This name stands above already: keep one of the two lines.
       *[other] See whether a quotation mark, a colon or an indent is missing, here or just above.
    }
sending-where = { $written ->
    [none] { $place }
   *[other] { $place } (“{ $written }”)
}
sending-kinds = Write one of these: { $kinds }.
sending-sure = Do you want to sign and write this publication?
standing-alarm = { $name ->
    [none] To be done today. { standing-role }: last day, { $day }.
   *[other] To be done today. { $name }, its entry: last day, { $day }.
}
sending-faulty =
    .title = This entry has { $count ->
        [one] one fault
       *[other] { $count } faults
    }
    .help = Mend what is said above, then try again. Nothing was sent.
key-token-unusable =
    .title = This token cannot sign
    .help = { $why ->
        [missing] The program for this token is not installed. Install it, or use a key in a file.
       *[other] Make sure that it is plugged in, and that it is the right key.
    }

# ------------------------------------------------------------------ a partner invited by a link
# Facts: name (of the partner), field (name of a field of the form), why, day, link.

joining-title = Publish what you recognise
    .heading = This link does not open
joining-start =
    .title = To publish here, you need a link from the Hub
    .help = Ask the regional Hub for one.
joining-ended =
    .title = { $why ->
        [used] This link has been used
        [expired] The date of this link has passed
        [revoked] The Hub has stopped this link
       *[other] We do not know this link
    }
    .help = Ask the regional Hub for a new link. Nothing that is public has changed.
joining-refused =
    .title = { $why ->
        [own-key] { $slug } has a key of its own
       *[other] { $slug } may no longer recognise badges
    }
    .help = { $why ->
        [own-key] This partner publishes with “publish” and its key.
       *[other] Open its rights again first.
    }
joining-number = Step { $number } of 3
joining-step-who = Who are you?
    .lead = Say who your organisation is. Everything here will be public.
joining-step-what = What do you recognise?
    .lead = Tick what counts for you, when somebody shows it to you.
joining-step-show = This is what will be public
    .lead = Read it again. Nothing is published before the last button.
joining-field-about = Your organisation, in one sentence
    .hint = For example: “We support the young people of the town.”
joining-field-url = Your site
    .hint = Its address, such as https://example.org.
joining-field-contact = A shared mailbox
    .hint = Such as contact@example.org. Never the address of a person.
joining-place = Add the place where you receive people
joining-field-nom = Name of the place
joining-field-adresse = Number and street
joining-field-code_postal = Postal code
joining-field-commune = Town
joining-field-horaires = Opening hours
    .hint = Such as “Monday to Friday, 9 am to 5 pm”.
joining-field-telephone = Telephone of the front desk
    .hint = A line of the organisation, not a mobile.
joining-badges = The badges
joining-pathways = The pathways
joining-comment-ask = Add a word
joining-comment = Why it counts for you, in one sentence
joining-next = Continue
joining-back = Go back
joining-publish = Publish
joining-recognises = { $count ->
        [one] Recognises one badge or pathway
       *[other] Recognises { $count } badges and pathways
    }
joining-withdrawn = Will no longer be recognised
joining-word-left = Your word for “{ $name }” will not be published. It is not ticked.
joining-attested = The Hub signs this page for you. With another link you may change it.
joining-done = It is published
joining-done-public = Everybody can read the page of { $name }
    .help = Here is its address.
joining-done-late = It is published, and the page of { $name } will appear tomorrow
    .help = Here is its address.
joining-take-back = To change something or take it back, ask the Hub for a new link.
joining-wrong = { $why ->
        [personal] { $field ->
            [contact] Give a shared mailbox, not that of a person.
            [telephone] Give a line of the organisation, not a mobile.
           *[other] Take out the telephone or mail address: this page is public.
        }
        [missing] To give a place, this line is needed too.
        [too-long] This is too long. Keep one sentence.
        [none] Tick at least one badge or pathway.
       *[other] { $field ->
            [url] Write the address of a site, such as https://example.org.
            [contact] Write a shared mailbox, such as contact@example.org.
            [code_postal] A postal code has five figures.
            [telephone] A telephone number has ten figures.
           *[other] A sign in this line cannot be taken. Write it another way.
        }
    }
joining-message = Hello,

    The network of badges has a place for { $name }.
    Say which badges count for you: three pages, less than three minutes, on a telephone.
    { $link }
    This link works once, until { $day }. Do not pass it on.
    Everything that you write will be public. Name nobody.

    The regional Hub
joining-count = { $count ->
        [0] No invitation.
        [one] One invitation.
       *[other] { $count } invitations.
    }
joining-listed = { $slug }: { $state ->
        [open] open until { $day }
        [used] used
        [revoked] stopped
       *[other] ended on { $day }
    }
joining-revoked = { $count ->
        [0] No link was open.
        [one] The link is stopped.
       *[other] { $count } links are stopped.
    }
joining-served = The form is served at { $address }. Ctrl and C to stop.
sending-taken = The hub has taken your publication. It is online.
