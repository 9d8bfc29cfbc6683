# Words of the interface. Values that come from a text are plain text; no message holds markup.

## Pages

tabs = Pages of this document
tab-overview = Overview
tab-read = Read
tab-compare = Compare
tab-synopsis = Synopsis
home-title = Documents
home-lead = { $count ->
    [one] One document, its versions compared clause by clause.
   *[other] { $count } documents, their versions compared clause by clause.
}
home-empty = There are no documents yet.
failed = Could not be built
compare-title = { $base } ⇄ { $target } · { $title }
read-title = { $version } · { $title }
synopsis-title = Synopsis · { $title }
pair = { $base } ⇄ { $target }
sentence-gap = { " " }
list-separator = { ", " }
contents = Contents
versions = Versions
permalink = Permalink: { $place }
copy = copy
copy-hash = the whole hash

## What a version is

count-versions = { $count ->
    [one] one version
   *[other] { $count } versions
}
count-clauses = { $count ->
    [one] one clause
   *[other] { $count } clauses
}
count-characters = { $count ->
    [one] one character
   *[other] { $count } characters
}
no-clauses = no numbered clauses
undated = undated
provenance = From:
retrieved = retrieved { $date }
unnumbered = unnumbered
completeness-whole = whole
completeness-cut_off = breaks off
completeness-fragment = begins late
ends-at = breaks off in { $number }
begins-at = begins in { $number }
base = base
column-siglum = Version
column-label = Name
column-issued = Date
column-clauses = Clauses
column-characters = Characters
column-completeness = Completeness
column-file = Source file
column-hash = SHA-256

## Kinds of change

kind-same = unchanged
kind-trans = translation
kind-word = reworded
kind-add = added
kind-del = removed
kind-only = only in { $version }
kind-move = moved
kind-renum = renumbered
kind-split = split
kind-join = merged
kind-regroup = regrouped
kind-lack = not in this text
kind-ref = reference
only-first = only in the first
only-second = only in the second
flag-only-punctuation = punctuation only
flag-only-width = width only
flag-only-case = capitals only
flag-only-script = script only
flag-modality = duty or leave
flag-period = period
flag-date = date
flag-money = amount
flag-percentage = percentage
flag-reference = reference
flag-number = number
flag-single_character = single character
flag-pair = { $old } → { $new }
flag-torn = ends here
heading-both = { $old } → { $new }
heading-of = { $version }: { $number }

## Marks

mark-ins = { "[ins: " }
mark-del = { "[del: " }
mark-gap = [not here: { $text }
gap-title = The base has here: { $text }
key-ins = words added
key-del = words removed
key-only = words only in { $version }

## Compare

lead-parallel = Parallel texts, neither older than the other: nothing here is “added” or “removed”.
lead-counts = Of { $rows ->
    [one] one row
   *[other] { $rows } rows
} between { $base } and { $target }, { $changed } { $changed ->
    [one] differs
   *[other] differ
} and { $same } { $same ->
    [one] is
   *[other] are
} unchanged.
lead-translation = { $base } and { $target } are in different languages: clauses are matched by numbers, figures, length and place; their words are not compared.
lead-lack = { $version } { $at }; { $count ->
    [one] one row is
   *[other] { $count } rows are
} not in this text, which is no removal.
pick-base = Left
pick-target = Right
filters = Filter by kind of change
filter-all = all
filter-changed = changed
filter-trans = translation
filter-word = reworded
filter-punct = form only
filter-add = added
filter-del = removed
filter-move = moved
filter-split-join-regroup = split or merged
filter-renum = renumbered
filter-lack = not in this text
fold-span = { $first } – { $last }
fold-count = { $count } unchanged
goto-home-moved = moved to { $number }
goto-home = read at { $number }
goto-from = moved from { $number }
goto-stands = stands as { $number } in { $version }
repeated = repeated here
void-none = not in { $version }
void-here = not here
lack-below = Missing from here on.
lack-below-why = { $version } breaks off in { $number }. Whether it had the clauses that follow cannot be known; its silence is no removal.
lack-above = Missing up to here.
lack-above-why = { $version } begins in { $number }. Whether it had the clauses before cannot be known; its silence is no removal.
torn-end = the text breaks off here
torn-start = the text begins here
note-decision = Decided by the editor: { $reason }
cite-row = { $title }, { $place } ({ $base } and { $target }, sha256 { $hashes })
cite-clause = { $title }, { $place } ({ $version }, sha256 { $hash })

## Synopsis

synopsis-lead = { $count } versions clause by clause, read against { $version }. A cell that says “same as” opens. Words that differ from the base are tinted; where the base says more stands a small gap.
columns = Versions shown
row-map = Rows and versions at a glance
state-same = as the base
state-word = differs
state-none = absent
state-lack = not in this text
same-as = same as { $version }
same-as-numbered = { $number } · same as { $version }

## Read

other-versions = Other versions:
margin-same = same
margin-diff = differs
margin-none = absent
margin-lack = unknown

## Text set aside

aside-title = { $count ->
    [one] One stretch of text set aside
   *[other] { $count } stretches of text set aside
}
aside-why = This belongs to no clause and is not compared.
aside-link = { $version }: { $count ->
    [one] one stretch of text set aside
   *[other] { $count } stretches of text set aside
}
aside-kind = { $kind ->
    [furniture] page furniture
    [title] title
    [page_header] page header
    [page_footer] page footer
    [page_number] page number
    [contents] table of contents
    [version_mark] mark of a version
    [note] note
    [ornament] ornament
    [markup] signs of Markdown
    [signature] signature
   *[other] other text
}

## Overview

lead-versions = { $count ->
    [0] No version was found.
    [one] One version.
   *[other] { $count } versions.
}
lead-closest = { $base } and { $target } are most alike.
lead-cut_off = { $version } breaks off in { $number }.
lead-fragment = { $version } lacks its beginning, up to { $number }.
changes = Changes
changes-why = Counted by clause; each bar opens the comparison.
likeness = Likeness
likeness-why = Percent of the characters of both texts that are the same in aligned clauses. Likeness is no proof of copying.
likeness-cell = { $one } and { $other }: { $percent } % alike; open the comparison
tree = Who is closest to whom
tree-why = Each version is joined to one that is most like it. Likeness is no proof of copying.
tree-pair = { $one } and { $other } are { $percent } % alike.
tree-alone = { $version } is like none of them.
percent = { $value } %
findings = Findings
findings-notes = { $count } notes
see-row = see the row
see-clause = see the place
see-version = see { $version }
see-aside = see the text

## Findings, by code

finding-characters_replaced = { $count ->
    [one] One character that no text can hold was replaced by U+FFFD.
   *[other] { $count } characters that no text can hold were replaced by U+FFFD.
}
finding-empty_source = { $file } holds no text.
finding-source_failed = { $message }
finding-file_ignored = { $file } was left out: { $reason }.
finding-title_derived = The title “{ $title }” was taken from { $origin }.
finding-language_guessed = The language was taken to be { $language }.
finding-order_derived = The versions are taken as { $order }: { $reason }.
finding-base_unknown = No version is called { $base }; the base is chosen as if none were named.
finding-siglum_repeated = { $siglum } is the name of an earlier version; this one is called { $given }.
finding-promised_version_missing = The text announces { $promised } versions; { $found } are there.
finding-set_aside = { $count } characters that belong to no clause were set aside ({ aside-kind }).
finding-cut_off = The end is missing: { $evidence }.
finding-fragment = The beginning is missing: { $evidence }.
finding-no_clauses = No numbered clause was found; the text stands as unnumbered paragraphs.
finding-run_on_heading = After { $number } the heading runs into the text; it was not cut off.
finding-number_repeated = The number { $number } occurs more than once in the same list.
finding-number_skipped = The numbers go from { $before } to { $after }.
finding-number_out_of_order = { $number } stands after { $before }.
finding-ambiguous_mark = “{ $number }” may be a number or a part of the sentence.
finding-suspected_ocr_mark = “{ $printed }” was read as { $number }.
finding-weak_link = { $a } and { $b } were linked on little evidence ({ $score }).
finding-unrelated = { $a } and { $b } have too little in common to be aligned; nothing is forced.
finding-decision_stale = The decision in { $file } line { $entry } fits nothing in the texts: { $reason }.
finding-reference_stale = The reference { $reference } led to { $before }; it now leads to { $after }.
finding-reference_updated = The reference { $reference } follows { $before }, which is now { $after }.
finding-reference_dangling = The reference { $reference } leads to no clause.

## What readers tell

finding-encoding_doubtful = The encoding of { $file } was taken to be { $encoding }; it could be { $other } as well.
finding-tracked_changes = Tracked changes were taken as accepted: { $insertions } insertions, { $deletions } deletions.
finding-hidden_text = { $count ->
    [1] One character of hidden text was left out.
   *[other] { $count } characters of hidden text were left out.
}
finding-content_left_out = What holds no text that can be read was left out: { $count } { $what }.
finding-list_format_unknown = List numbers in the format “{ $form }” were written as decimals; the page may show others.
finding-page_lines_left_out = { $count ->
    [1] One line at the head and foot of pages was left out: { $lines }
   *[other] { $count } different lines at the head and foot of pages were left out: { $lines }
}
finding-pages_without_text = { $count } of { $pages } pages hold no text ({ $numbers }): pictures of text are not read.

## History, concordance, downloads

tab-history = History
tab-concordance = Numbers
tab-downloads = Downloads
history-title = History · { $title }
history-lead = Every clause from version to version: neighbouring versions with the same text stand together, and each text shows what differs from the one before. { $changed ->
    [0] No clause ever changed.
    [one] Of { $count } clauses, one ever changed.
   *[other] Of { $count } clauses, { $changed } ever changed.
}
history-ticks = Marks: { $versions }, each against the version before
history-lack = This text is incomplete here; its silence is no removal.
key-before = words of the version before
key-after = new words
fold-never = { $count } clauses that never changed
stage-span = { $first }–{ $last }
stage-same = { $versions } · same
cite-history = { $title }, { $place } ({ $versions }, sha256 { $hashes })
concordance-title = Numbers · { $title }
concordance-lead = One line is one clause, with the number it bears in each version. Numbers in colour differ from those of the version before.
column-topic = Clause
download-table = This table as CSV
references = References inside the texts
references-why = Whether a reference such as “Section 8” still leads to the clause that it was written for.
references-followed = { $count ->
    [one] One reference that followed its clause to a new number
   *[other] { $count } references that followed their clauses to new numbers
}
reference-stale = leads elsewhere
reference-dangling = leads nowhere
reference-updated = in order
downloads-title = Downloads · { $title }
downloads-lead = Everything on these pages as files, to keep, to print or to compute with.
downloads-none = There is nothing to download.
files-document = The whole document
files-comparison = Comparison
files-version = Version
size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB

## Formats of downloads, by name

format-json = JSON
format-json-what = all data: clauses, alignment, comparisons and findings, for programs
format-csv = CSV
format-csv-what = the table as plain text, for programs and spreadsheets
format-xlsx = Excel
format-xlsx-what = the table as a workbook
format-docx = Word, comparison table
format-docx-what = the texts side by side with marks, to print or to work on
format-redline = Word, tracked changes
format-redline-what = one text with the differences as tracked changes, to accept or reject
format-tei = TEI XML
format-tei-what = a critical apparatus in the notation of scholarly editions
format-akn = Akoma Ntoso XML
format-akn-what = the text in the notation of parliaments and courts
format-atom = Atom
format-atom-what = a feed of new versions, for feed readers
format-pdf = PDF
format-pdf-what = to print
format-html = HTML, one file
format-html-what = everything on one page that needs no network
format-bundle = Offline bundle
format-bundle-what = the whole site in one archive, to open from a disk
format-txt = Plain text
format-txt-what = the text as it was read
format-md = Markdown
format-md-what = the text with its headings
format-concordance = CSV, numbers
format-concordance-what = which number each clause bears in each version

## Words of the script

script-copied = Link copied; press again for a citation
script-cited = Citation copied
script-copied-hash = Copied
script-shown = { $count } rows shown
script-position = { $at } of { $of }
script-permalink = Permalink; press again to copy a citation

## Phrases that findings hold as values; a phrase's name is its English words

phrase-the-text-is-the-beginning-of = the text is the beginning of { $rest }
phrase-version = version { $rest }
phrase-there-is-no-reader-for-it-only-for = there is no reader for it, only for { $rest }
phrase-it-is-no-file-that-can-be-read = it is no file that can be read
phrase-it-ends-with-a-comma-or-an-opening-sign = it ends with a comma or an opening sign
phrase-the-last-clause-stops-in-mid-sentence-the-others-do-not = the last clause stops in mid-sentence, the others do not
phrase-the-text-stops-in-mid-sentence = the text stops in mid-sentence
phrase-it-begins-in-mid-sentence = it begins in mid-sentence
phrase-the-first-number-is-not-a-first-number = the first number is not a first number
phrase-as-the-editor-says = as the editor says
phrase-every-version-is-dated = every version is dated
phrase-not-every-version-is-dated = not every version is dated
phrase-the-editor = the editor
phrase-the-title-that-the-versions-share = the title that the versions share
phrase-the-file-name = the file name

## Tools of the comparison and the synopsis

swap = swap sides
picture = Picture of the alignment
picture-band = { $count } unchanged from { $first }
picture-moved = { $count } moved: { $names }.
picture-split = { $count } split: { $names }.
picture-joined = { $count } merged: { $names }.
picture-plain = All clauses keep their order; none was split or merged.
tool-ignore-form = ignore punctuation and form
tool-view = View
tool-side-by-side = side by side
tool-one-column = one column
tool-previous = previous change
tool-next = next change
tool-keys = keys
tool-close = close
tool-open-same = show cells that are as the base
key-next = next change
key-previous = previous change
key-view = side by side or one column
key-help = this list
script-printed = printed from %u

## Files to download

export-table = { $title } · { $kind }
export-table-chronological = Comparison table
export-table-parallel = Parallel texts
export-legend-chronological = Bold on a green ground: words added. { $opening }Brackets{ $closing } on a red ground: words removed.
export-legend-parallel = Bold on a green ground: words that only this text has. { $opening }Brackets{ $closing } on a red ground: words that only the other text has.
export-notes = Notes
export-note = { $version }: { $note }
export-redline = Changes from { $base } to { $target }.
export-broken = { $version } is not complete: what it lacks is marked as if it were removed or added.
export-concordance = Concordance
export-changes = Changes
export-row = Row
export-number = No. in { $version }
export-text = { $version }
export-kind = Kind
export-place = Place
export-flags = Touches
export-continued = continued
export-feed = Changes
export-feed-entry = { $title }: { $base } → { $target }
export-feed-summary = { $changed ->
    [one] One of { $rows } rows differs
   *[other] { $changed } of { $rows } rows differ
} between { $base } and { $target }.

## Search

search-title = Search
search-eyebrow = All texts, all versions
search-words = Words to find
search-box = Search all versions
search-go = Search
search-how = Finds every place, letter by letter. Several words: all of them in one clause. “…”: a phrase. A clause by its number: Section 5, § 5, 第42条.
search-noscript = Searching needs JavaScript. Without it every text can be reached from the list of documents, and your browser’s own “find in page” works on every page.
search-home = To the documents
search-all = All { $count } clauses
search-so-far = { $count } clauses so far …
search-none = Nothing found.
search-searching = Searching …
search-found = { $count } clauses, { $passages } different wordings. Nothing is left out; versions with the same wording are shown as one.
search-part = Searching … { $count } %
search-lost = { $count } parts of the index could not be loaded: this list is not complete.
search-more = { $count } more
search-filters = Filters
search-as-same = Treat as the same
search-script = simplified and traditional
search-punct = with and without punctuation and spaces
search-document = Document
search-version = Version
search-place = Place of the hit
search-place-any = anywhere
search-place-add = in words that were added
search-place-del = in words later removed
search-place-diff = in words that differ
search-kind = What happened to the clause
search-kind-word = reworded
search-kind-punct = form only
search-kind-add = added
search-kind-del = removed later
search-kind-only = only in one text
search-kind-move = moved
search-kind-renum = renumbered
search-kind-split = split
search-kind-join = merged
search-kind-regroup = regrouped
search-in-add = in added words
search-in-del = in words later removed
search-in-diff = in words that differ
search-by-number = by its number
search-pages = Pages about the site
search-unnumbered = unnumbered
