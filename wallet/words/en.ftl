# The words of the wallet: what happened, then what its owner can do about it.

# ---------------------------------------------------------------- how a badge stands
# Facts: $checked, $earned, $since, $begins: days, `none` when unknown.
state-valid =
    .word = Valid
    .title = This badge is valid. Checked on { $checked }.
    .help = You can show it.
state-not-current =
    .word = Past its date
    .title = { $since ->
        [none] This badge is no longer up to date. It is still yours.
       *[other] This badge is no longer up to date since { $since }. It is still yours.
    }
    .help = What you learnt stays learnt. Ask the organisation for a newer version.
state-not-checked =
    .word = Not all checked
    .title = We could not check everything yet.
    .help = It is not your fault, nor the badge’s. Try again with the internet.
state-not-checked-since =
    .word = To check again
    .title = We could not check everything. Last full check: { $earned }.
    .help = It is not your fault, nor the badge’s. Try again with the internet.
state-nobody-asked =
    .word = Organisation not checked
    .title = This badge is properly signed. We did not check the organisation.
    .help = There is no list of partners here.
state-withdrawn =
    .word = Withdrawn
    .title = The organisation has withdrawn this badge.
    .help = You can write to them to ask why.
state-on-hold =
    .word = On hold
    .title = The organisation has put this badge on hold.
    .help = It may come back. You can write to them to ask when.
state-waiting =
    .word = Not yet
    .title = { $begins ->
        [none] This badge is not valid yet.
       *[other] This badge begins on { $begins }.
    }
    .help = It is kept. It counts from that day.
state-other-person =
    .word = Another person
    .title = This badge was given to another person.
    .help = Check how the name or the address is written.
state-unsigned =
    .word = No signature
    .title = Nothing says who gave this badge.
    .help = Ask the organisation for the original file, signed by them.
state-unconfirmed =
    .word = To confirm
    .title = The organisation is in the network. It has not confirmed this badge.
    .help = You can write to them and show them this badge.
state-not-for-this-badge =
    .word = Not for this badge
    .title = The organisation is in the network, but for other badges.
    .help = The badge is properly signed. It does not count in your pathway.
state-not-member-then =
    .word = Outside the network that day
    .title = The organisation was not in the network that day.
    .help = The badge is properly signed. It does not count in your pathway.
state-outside =
    .word = Outside the network
    .title = The organisation is not in the network. The badge is properly signed.
    .help = It is still yours. It does not count in your pathway.
state-look-alike =
    .word = Outside the network
    .title = Mind the name. This badge does not come from a partner of the network.
    .help = The name looks like a partner’s. They did not sign it.
state-refused =
    .word = Set aside
    .title = We cannot rely on this file.
    .help = It is kept aside. Ask the organisation for the original file.

# ---------------------------------------------------------------- a badge in one line
badge-file = { $file ->
        [none] A file without a name
       *[other] The file { $file }
    }
badge-given-by = Given by { $issuer }
badge-given-by-written = { $issuer ->
        [none] We do not know who gave this badge.
       *[other] Name written in the badge: { $issuer }
    }

# ---------------------------------------------------------------- what became of a file
import-added =
    .title = This badge is in your collection.
import-newer =
    .title = This is a newer version. It takes the place of the old one.
    .help = The old one stays in the history.
import-already-held =
    .title = You already have this badge.
    .help = We checked it once more.
import-kept-aside =
    .title = This file is kept aside. It does not count.
    .help = Ask the organisation for the original file.
import-unreadable =
    .title = This file was not added.
    .help = It stays where it is. Nothing is lost.
import-not-a-badge =
    .title = This is a signed document, but not a badge.
    .help = Ask the organisation for the file of the badge.

# ---------------------------------------------------------------- what cannot be found or done
holding-unknown =
    .title = There is no badge { $badge } in this collection.
    .help = The list of your badges gives the number of each.
holding-ambiguous =
    .title = { $count } badges begin with { $badge }.
    .help = Write a little more of the number.
export-no-text =
    .title = We have no picture to put this badge into.
    .help = Take the whole collection along: the original file is in it.
vault-unavailable =
    .title = The collection does not open.
    .help = Nothing has changed in it. Try again in a moment.
vault-busy =
    .title = Another program is writing in this collection.
    .help = Nothing is lost. Try again in a moment.
vault-conflict =
    .title = Another program has just written the same thing.
    .help = Nothing is lost. Try again.
vault-full =
    .title = There is no room left on this disk.
    .help = Make some room, then try again. Your badges are still there.
vault-damaged =
    .title = The file of the collection is damaged.
    .help = We leave it alone from now on. Go back to a copy of this folder.
vault-newer =
    .title = This collection comes from a later version of the program.
    .help = Install that version, then open the collection again.
space-unusable =
    .title = This folder cannot hold a collection.
    .help = { $why ->
        [permission] You may not write in it. Choose another folder.
        [not-a-folder] It is not a folder. Choose another place.
        [key] The key found in it is damaged. Go back to a copy of this folder.
       *[other] The disk does not answer. Choose another place.
    }

# ---------------------------------------------------------------- what a person takes along
archive-title = My badges
archive-made = Taken along on { $day }.
archive-what = This page opens without the internet. The files beside it are your badges.
archive-badges = { $count ->
        [one] One badge
       *[other] { $count } badges
    }
archive-history = { $count ->
        [one] One earlier version
       *[other] { $count } earlier versions
    }
archive-aside = { $count ->
        [one] One file kept aside
       *[other] { $count } files kept aside
    }
archive-file = Open the original file
archive-keep = To keep your badges
    .help = Keep these files as they are. A screenshot loses the badge.

# ---------------------------------------------------------------- commands: what was done
import-no-file =
    .title = There is no file at this place.
    .help = Check how its name is written.
export-not-written =
    .title = We cannot write { $file }.
    .help = Choose another folder, or make some room.
done-removed = { $name } is put away. To take it back: badge-wallet restore { $id }
done-restored = { $name } is back in your collection.
done-exported = Everything is in { $file }.
list-empty = There is nothing here yet.
show-words = A word from the person who gave it to you:
show-evidence = What you showed:
show-awarded = On { $day }
show-can-do = This badge recognises that you can:
show-recognised = { $count ->
        [one] Recognised by one partner: { $names }
       *[other] Recognised by { $count } partners: { $names }
    }

# ---------------------------------------------------------------- pathways
path-title = { $name }: { $done } of { $needed }
path-complete = { $name }: pathway complete
path-done = ✔ Done: { $name }
path-done-recheck = ✔ Done, to check again: { $name }
path-done-expired = ✔ Done, past its date: { $name }
path-next = → Next step: { $name }
path-to-recheck = ? To check again: { $name }
path-to-do = ○ To do: { $name }
path-not-counted = One badge does not count here. { $why }

# ---------------------------------------------------------------- the awarding desk
award-refused =
    .title = This badge cannot be awarded from here.
    .help = Ask the organisation that gave you the right to award.
award-no-registry =
    .title = There is no list of partners here.
    .help = Without it nobody can say who awards what. Give its address.
award-registry-old =
    .title = The list of partners is too old.
    .help = Get the list again with the internet, then start over.
award-no-authorising-badge =
    .title = This collection has no badge that allows awarding the others.
    .help = It is the badge for digital mediators. Ask your organisation for it.
award-authorisation-of-another =
    .title = The badge that allows awarding belongs to another collection.
    .help = Open the collection that received it, or ask your organisation for yours.
award-authorisation-not-valid =
    .title = The badge that allows awarding does not hold today.
    .help = Call your organisation. They can give you a new one.
award-key-not-listed =
    .title = { $partner } has not planned for you to award this badge today.
    .help = { $why ->
        [not-for-this-badge] They do not award this badge. Ask the regional hub for it.
        [not-member-then] They are not in the network today. Call them.
        [past-member] They are no longer in the network. Call them.
        [key-stolen] Your key was reported stolen. Call them.
       *[other] Call them: they can add your key to their list.
    }
award-no-criteria =
    .title = The badge { $badge } has no published criteria.
    .help = It cannot be awarded before. Tell the regional hub.
award-no-evidence =
    .title = Say what the person showed.
    .help = One sentence is enough: what you saw, and when.
award-no-recipient =
    .title = Say to whom you award this badge.
    .help = Write the name as the person says it. An e-mail address is not needed.
award-text-too-long =
    .title = { $field ->
        [evidence] There is too much evidence for one badge.
       *[other] A text is too long to fit into a badge.
    }
    .help = { $field ->
        [evidence] Keep it to { $limit } pieces at most.
       *[other] Keep it to { $limit } letters at most.
    }
award-list-full =
    .title = This key has already awarded all the badges it could.
    .help = Ask your organisation to add a key.
award-not-verified =
    .title = The signed badge did not pass our own check. We do not give it out.
    .help = Start over. If it goes on, tell the regional hub.
award-no-list =
    .title = { $partner } publishes no list of withdrawals for your key.
    .help = Without it this badge could never be withdrawn. Ask your organisation for it.
award-list-unusable =
    .title = The list of withdrawals of your key cannot be read.
    .help = Try again with the internet. If it goes on, call your organisation.
award-done = “{ $name }” is signed for { $to }. Number: { $number }
award-files = The files to give to the person. Each of them is the whole badge:
award-none = Nothing has been awarded from this collection yet.
award-line = { $state ->
        [withdrawn] { $name }, awarded on { $day }, withdrawn
        [to-publish] { $name }, awarded on { $day }, withdrawal to be published
       *[other] { $name }, awarded on { $day }
    }
withdraw-not-ours =
    .title = The badge { $award } was not awarded from this collection.
    .help = Only the organisation that awarded it can withdraw it.
withdraw-ambiguous =
    .title = { $count } awarded badges begin with { $award }.
    .help = Type a little more of the number.
withdraw-done = The badge { $number } is withdrawn. Everybody can see it.
withdraw-to-carry = The withdrawal of the badge { $number } is signed. It is not published yet.
    .help = Give the file { $file } to your organisation. They publish it with their entry.
withdraw-already = This badge was already withdrawn. The list is signed once more.
space-identifier = The identifier of this collection: { $did }
    .help = Give it to your organisation. They add it to their list so that you can award.
