# The words of this floor: what happened, then what the reader can do about it.

# ---------------------------------------------------------------- pages: the frame of every screen
page-brand = Badges
page-skip = Skip to content
page-this-language = English
page-about-this-site = About this site
page-back-to-start = Back to the start
page-error-400 =
    .title = We did not understand this request.
    .word = Reload needed
    .help = The page may have been open for a long time. Go back to the start and try again.
page-error-404 =
    .title = This page does not exist.
    .word = Page not found
    .help = The address may have changed. Go back to the start.
page-error-405 =
    .title = This page does not open that way.
    .word = Reload needed
    .help = Go back to the start and try again.
page-error-413 =
    .title = This file is too big.
    .word = Too big
    .help = We take 10 MB at most. The original file is needed, or a smaller photo.
page-error-429 =
    .title = There are many requests at the same time.
    .word = One moment
    .help = Wait a minute, then try again. Nothing is wrong with your file.
page-error-500 =
    .title = Something is not working on our side.
    .word = Out of order
    .help = It is not your fault, nor the badge’s. Try again in a few minutes.

# ---- The files of this program
install-contexts-damaged =
    .title = A file of this program is damaged: { $file }.
    .help = Nothing can be checked like this. Install the program again.

# ---- The network: what we could not ask for
fetch-unreachable =
    .title = The site { $host } does not answer.
    .help = This is not the badge's fault. Try again later.
fetch-refused-address =
    .title = We do not open this address: { $host }.
    .help = It does not lead to a public site. Tell the organisation that awarded the badge.
fetch-offline =
    .title = We did not ask the site { $host }: the network is off here, by choice.
    .help = Check this badge again when the network is on.
fetch-status =
    .title = The site { $host } did not give the page we asked for.
    .help = Try again later. If it goes on, tell the organisation that awarded the badge.
fetch-too-big =
    .title = The site { $host } sent an answer that is far too big.
    .help = We stopped it. Tell the organisation that awarded the badge.
fetch-timeout =
    .title = The site { $host } takes too long to answer.
    .help = This is not the badge's fault. Try again later.
fetch-redirected =
    .title = The site { $host } sends us to another address.
    .help = We did not follow it. Tell the organisation that awarded the badge.
fetch-too-many =
    .title = This badge asks us to read too many pages.
    .help = We stopped before { $host }. A real badge asks for fewer.
fetch-other-bytes =
    .title = The page of { $host } has changed since the badge was awarded.
    .help = It is no longer the one that the badge announces. We do not use it.
fetch-bundle-invalid =
    .title = We cannot read this recording: { $where }.
    .help = The file is damaged or incomplete. Take the original file again.

# ---- Withdrawal of a badge: the list that the organisation publishes
status-list-other-id =
    .title = The list of withdrawn badges bears the name of another list.
    .help = Ask the organisation whether it is the right one.
status-list-elsewhere =
    .title = The list of withdrawn badges is on another site than the organisation's.
    .help = Nobody signed it. Ask the organisation whether that site is theirs.
status-newer-exists =
    .title = The organisation has made a newer version of this badge.
    .help = This one still holds. Ask the organisation for the new one.

# ---- What a received file holds
read-not-readable =
    .title = We could not read a badge in this file.
    .help = The original file is needed, the one the organisation handed over.
read-empty =
    .title = This file is empty.
    .help = The upload may have stopped on the way. Try once more, with the original file.
read-too-big =
    .title = This file is too big.
    .help = A badge fits in a small file. The original file is needed, or a smaller photo.
read-unknown-kind =
    .title = We do not recognise this file.
    .help = A badge is most often a PNG or SVG picture. A photo of the black and white square (QR code) works too.
read-web-page =
    .title = This file is the page of a site, not a badge.
    .help = Open the page, then save the picture of the badge. You can also paste its address here.
read-packed-files =
    .title = This file holds other files, packed together.
    .help = Open it, then send the pictures of the badges one by one.
read-image-kind =
    .title = We do not read { $kind } pictures.
    .help = The original picture is needed. A photo of the black and white square (QR code) works too.
read-no-badge =
    .title = This picture holds no badge.
    .help = A screenshot loses the badge. The original picture is needed. A sharp photo of the black and white square (QR code) works too.
read-no-badge-in-pdf =
    .title = This PDF holds no badge.
    .help = We looked at the first pages. The picture of the badge is needed.
read-locked-pdf =
    .title = This PDF asks for a password.
    .help = Save it without a password, or send the picture of the badge.
read-scanner-missing =
    .title = This computer cannot open this picture.
    .help = A program is missing: { $what }. Send a JPEG or PNG picture, or install that program.
read-qr-other =
    .title = This black and white square (QR code) does not lead to a badge.
    .help = It holds something else. Take a photo of the one that comes with the badge.
read-damaged-image =
    .title = This file is damaged, or cut.
    .help = Something was lost on the way. The original file is needed, whole.
read-two-badges =
    .title = This picture holds two different badges.
    .help = We do not choose for you. Give the badges one by one.
read-unsafe-svg =
    .title = This drawing is built in a way that we do not accept.
    .help = A real badge does not have this form. Ask the organisation for the original badge.
read-unsafe-json =
    .title = The text of this badge is badly written.
    .help = Two programs could read it in two ways. Ask the organisation for the original badge.
read-forbidden-address =
    .title = This address is not that of a web site.
    .help = We do not open it. The address of a badge begins with https.
read-malformed-token =
    .title = The text of this badge is incomplete or damaged.
    .help = Copy it once more, all of it, or send the original file.

# ---- What is unusual about a picture, through no fault of the badge
read-chunk-twice =
    .title = The picture holds the same badge twice.
    .help = This is unusual, and harmless.
read-after-end =
    .title = The picture goes on after its end.
    .help = We did not look at what follows. It changes nothing about the badge.
read-packed =
    .title = The badge is stored in the picture in an unusual way.
    .help = We have read it. Other programs might not find it.
read-animated =
    .title = The picture moves.
    .help = We show only its beginning. The rest may show something else.
read-body-ignored =
    .title = A part of the badge is damaged in the picture.
    .help = We kept the address where the organisation publishes the badge.

# ---- What a received text says
parse-malformed =
    .title = This badge is incomplete or badly written.
    .help = The organisation may have prepared it wrongly. Ask it for the original badge.
parse-not-a-credential =
    .title = This file holds something else than a badge.
    .help = The file that the organisation handed over is needed.

# ---- installation
install-not-our-shared =
    .title = Another library of the same name has taken the place of ours: { $path }.
    .help = Install this program in an environment of its own, then start again.
error-unexpected =
    .title = Something does not work on our side.
    .help = It is not your fault, nor the badge’s. Try again in a few minutes.

# ---- Pages served on this machine
serve-port-taken =
    .title = The address is taken: another program answers at number { $port }.
    .help = Close it, or give another number, for example: --port 8001, or make run PORT=8001

# ---- A question asked in a terminal
asking-choice = yes / no
