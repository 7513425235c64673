// Generated from crates/office by `cargo xtask types`. Do not edit.

/**
 * The agency's profile: everything that heads and feet of papers need, typed once.
 */
export type Agency = { 
/**
 * `Sở Tư pháp`.
 */
name: string, 
/**
 * `UBND tỉnh Tây Ninh`; empty when there is none above.
 */
parent: string, 
/**
 * The province, without the word tỉnh: `Tây Ninh`.
 */
province: string, 
/**
 * `STP`, as in `QĐ-STP`.
 */
abbreviation: string, 
/**
 * Place named in the head of papers (địa danh), `Tây Ninh`.
 */
place: string, 
/**
 * Position of the head: `Giám đốc`.
 */
headPosition: string, 
/**
 * Who signs.
 */
signatory: Signatory, 
/**
 * The council's name: `Hội đồng Thi đua - Khen thưởng Sở Tư pháp`.
 */
council: string, 
/**
 * Abbreviation of the drafting unit, the last word of `Lưu: VT, VP.`
 */
draftingUnit: string, 
/**
 * Position that leads the drafting unit: `Chánh Văn phòng`.
 */
draftingUnitHead: string, 
/**
 * Address, phone, e-mail: one line, may be empty.
 */
contact: string, };

/**
 * Drafts a document that changes an issued one, and links the two.
 */
export type Amend = { 
/**
 * The issued document.
 */
id: string, 
/**
 * What the new one does to it.
 */
kind: LinkKind, 
/**
 * Template; none = a decision, or an official letter for a correction (Decree 30/2020/NĐ-CP, article 18.3).
 */
template: string | null, };

/**
 * Asks which number a draft would get, and what is odd about one.
 */
export type AskNumber = { 
/**
 * The draft.
 */
id: string, 
/**
 * The number given; empty to be told the next one only.
 */
number: string, 
/**
 * The date given.
 */
date: string, };

/**
 * Attaches a file.
 */
export type Attach = { 
/**
 * To what.
 */
id: string, 
/**
 * Path of the file.
 */
path: string, };

/**
 * Who confers an award (Law 06/2022/QH15, articles 77 to 80). The order is that of ceremonies and lists, high to low.
 */
export type Authority = "president" | "government" | "prime_minister" | "minister" | "province_chair" | "department_director" | "commune_chair";

/**
 * Emulation title or form of commendation; at one level of authority titles come first (Decree 152/2025, 29.5).
 */
export type AwardCategory = "emulation_title" | "form";

/**
 * The paper of an award.
 */
export type AwardFile = { 
/**
 * `award-7`.
 */
award: string, 
/**
 * The issued PDF or a scan.
 */
file: FileBrief, };

/**
 * One award kind as the law knew it in a span of time.
 */
export type AwardKind = { 
/**
 * Stable identifier, `advanced-labourer`, `commendation-department-director`, … The same kind under an older law
 * keeps it.
 */
id: string, 
/**
 * Name as printed in lists: `Chiến sĩ thi đua cơ sở`, `Giấy khen của Giám đốc Sở`.
 */
name: string, 
/**
 * Short name: `CSTĐCS`.
 */
short: string, 
/**
 * Other spellings met in lists.
 */
aliases: Array<string>, 
/**
 * Title or form.
 */
category: AwardCategory, 
/**
 * Who confers it.
 */
authority: Authority, 
/**
 * Who may receive it.
 */
honoreeTypes: Array<HonoreeType>, 
/**
 * Prize as tenths of a hundredth of the base salary (300 = 0,3 times), by honoree type; missing = none named.
 */
prizeThousandths: Array<[HonoreeType, number]>, 
/**
 * First day it applies.
 */
validFrom: string, 
/**
 * Last day it applies; none while in force.
 */
validTo: string | null, 
/**
 * Article that names it: `Điều 23 Luật Thi đua, khen thưởng 2022`.
 */
article: string, 
/**
 * True when the source is not primary: shown to the officer.
 */
unverified: boolean, };

/**
 * Awards, a page of them.
 */
export type AwardPage = { 
/**
 * How many there are.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<AwardRow>, };

/**
 * An award in the archive.
 */
export type AwardRow = { 
/**
 * `award-7`.
 */
id: string, 
/**
 * `hon-4`.
 */
honoreeId: string, 
/**
 * Who, as named in the decision.
 */
honoree: Honoree, 
/**
 * Kind id.
 */
kind: string, 
/**
 * Kind name as it was then.
 */
kindName: string, 
/**
 * Who conferred it.
 */
authority: Authority, 
/**
 * Achievement.
 */
achievement: string, 
/**
 * Year it is listed under: of the decision's date, else of the period's end.
 */
year: number | null, 
/**
 * Period of the achievement, as printed: `2015 - 2020`.
 */
period: string, 
/**
 * Decision number and symbol; empty when not known.
 */
decision: string, 
/**
 * Decision date.
 */
date: string | null, 
/**
 * Document of this archive that conferred it.
 */
document: string | null, 
/**
 * Conference where it was given.
 */
conference: string | null, 
/**
 * Its name.
 */
conferenceName: string | null, 
/**
 * What became of the decision that conferred it: the award stays on record.
 */
became: Array<LinkView>, };

/**
 * What a backup that was asked for did.
 */
export type BackedUp = { 
/**
 * True when one was made beside the archive; false when nothing had changed since the last one.
 */
made: boolean, 
/**
 * Kept files copied to the officer's folder.
 */
files: number, 
/**
 * Kept files that are missing or changed in the archive and could not be copied.
 */
missing: number, 
/**
 * Why nothing was made in the officer's folder.
 */
folderProblem: Problem | null, 
/**
 * How they stand now.
 */
standing: BackupStanding, };

/**
 * How much a backup holds.
 */
export type BackupContents = { 
/**
 * Documents.
 */
documents: number, 
/**
 * Honorees.
 */
honorees: number, 
/**
 * Awards.
 */
awards: number, 
/**
 * Conferences.
 */
conferences: number, 
/**
 * Kept files.
 */
files: number, 
/**
 * Bytes of the database and of the kept files.
 */
bytes: number, 
/**
 * The last change in it.
 */
lastChange: LastChange | null, };

/**
 * Where a backup is.
 */
export type BackupPlace = "here" | "folder";

/**
 * Why a backup was made.
 */
export type BackupReason = "asked" | "closing" | "before_risk" | "before_upgrade" | "before_restore";

/**
 * How the backups stand, for the status bar. Told from what is on this PC, so that no network is waited for.
 */
export type BackupStanding = { 
/**
 * When the last good one beside the archive was made, RFC 3339 local time.
 */
lastAt: string | null, 
/**
 * True while the one before an import or a merge is being made, which the work does not wait for.
 */
making: boolean, 
/**
 * Why that one could not be made.
 */
problem: Problem | null, 
/**
 * The officer's own folder.
 */
folder: string | null, 
/**
 * When the last good one there was made.
 */
folderLastAt: string | null, 
/**
 * Why the last try there made none.
 */
folderProblem: Problem | null, };

/**
 * A backup in a list.
 */
export type BackupView = { 
/**
 * Its file name: how it is named when going back to it.
 */
name: string, 
/**
 * Where it is.
 */
place: BackupPlace, 
/**
 * When it was made, RFC 3339 local time; none when that cannot be read.
 */
madeAt: string | null, 
/**
 * Why it was made.
 */
reason: BackupReason | null, 
/**
 * How much is in it; none when it cannot be used.
 */
contents: BackupContents | null, 
/**
 * Why it cannot be used.
 */
problem: Problem | null, };

/**
 * Backups, newest first.
 */
export type Backups = { 
/**
 * How they stand.
 */
standing: BackupStanding, 
/**
 * True when the officer's folder is there now.
 */
present: boolean, 
/**
 * Those beside the archive and those in the folder.
 */
backups: Array<BackupView>, };

/**
 * Year, and month and day where known.
 */
export type BirthDate = { 
/**
 * Year, 1900 to 2100.
 */
year: number, 
/**
 * Month, 1 to 12.
 */
month: number | null, 
/**
 * Day, 1 to 31; only with a month.
 */
day: number | null, };

/**
 * How two birth dates agree.
 */
export type BirthLikeness = "same" | "compatible" | "unknown" | "near" | "contradicts";

/**
 * A request about one thing.
 */
export type ById = { 
/**
 * Identifier.
 */
id: string, };

/**
 * Several things by identifier.
 */
export type ByIds = { 
/**
 * Identifiers.
 */
ids: Array<string>, };

/**
 * Something by its name.
 */
export type ByName = { 
/**
 * The name.
 */
name: string, };

/**
 * What a check of the archive found.
 */
export type Checked = { 
/**
 * True when nothing is wrong.
 */
sound: boolean, 
/**
 * What was looked at: journal rows, files, documents, …
 */
counts: { [key in string]: number }, 
/**
 * What is wrong.
 */
problems: Array<Problem>, };

/**
 * Chooses the folder for backups.
 */
export type ChooseBackupFolder = { 
/**
 * The folder; none for no folder.
 */
path: string | null, };

/**
 * What is decided about a paper.
 */
export type ChoosePaper = { 
/**
 * Whether it is in; none = as proposed.
 */
included: boolean | null, 
/**
 * Its pages, where the file does not tell.
 */
pages: number | null, };

/**
 * What a column means.
 */
export type ColumnMeaning = "ordinal" | "name" | "gender" | "birth" | "position" | "unit" | "position_and_unit" | "award" | "achievement" | "identity" | "other";

/**
 * A conference as one page of facts.
 */
export type Conference = { 
/**
 * `Hội nghị Điển hình tiên tiến Sở Tư pháp tỉnh Tây Ninh lần thứ V (2020 - 2025)`.
 */
name: string, 
/**
 * The day it is held.
 */
date: string | null, 
/**
 * Place, as printed; may be empty.
 */
place: string, 
/**
 * Who chairs, name: `Nguyễn Hoàng Nam`.
 */
chairName: string, 
/**
 * Positions of the chair: `Bí thư Đảng ủy, Giám đốc Sở Tư pháp`.
 */
chairPosition: string, 
/**
 * First year of the period that is summed up, 2015.
 */
periodFrom: number | null, 
/**
 * Last year of that period, 2020.
 */
periodTo: number | null, 
/**
 * First year of the next period.
 */
nextFrom: number | null, 
/**
 * Last year of the next period.
 */
nextTo: number | null, 
/**
 * How movements were launched and led; one paragraph a line.
 */
movements: string, 
/**
 * Results by field; one paragraph a line.
 */
results: string, 
/**
 * Shortcomings; one paragraph a line; may be empty.
 */
shortcomings: string, 
/**
 * The overall goal of the next period; one paragraph a line.
 */
goal: string, 
/**
 * Tasks of the next period; one a line.
 */
tasks: string, 
/**
 * Delegations presented at it.
 */
delegations: Array<Delegation>, };

/**
 * A conference in a list.
 */
export type ConferenceBrief = { 
/**
 * `conf-1`.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Date.
 */
date: string | null, 
/**
 * Place.
 */
place: string, 
/**
 * Honours given at it.
 */
honours: number, 
/**
 * Papers drafted for it.
 */
documents: number, };

/**
 * Filters for conferences.
 */
export type ConferenceFilter = { 
/**
 * Part of the name, marks optional; empty = all.
 */
text: string, 
/**
 * In which order.
 */
order: ConferenceOrder, 
/**
 * The other way round.
 */
reverse: boolean, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows; at most 1,000.
 */
count: number, };

/**
 * In which order conferences are listed.
 */
export type ConferenceOrder = "newest" | "name" | "date" | "honours";

/**
 * A page of conferences.
 */
export type ConferencePage = { 
/**
 * How many match.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<ConferenceBrief>, };

/**
 * A conference with what is about it; the awards given at it come by themselves, a page at a time.
 */
export type ConferenceView = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Facts.
 */
conference: Conference, 
/**
 * How many awards were given at it.
 */
honours: number, 
/**
 * Awards of its period, counted by authority and kind.
 */
figures: Array<Figure>, 
/**
 * Its papers.
 */
documents: Array<DocumentBrief>, 
/**
 * How many files it has.
 */
files: number, };

/**
 * How many were changed.
 */
export type Count = { 
/**
 * Number.
 */
count: number, };

/**
 * The agency's profile as it was from a day on.
 */
export type DatedAgency = { 
/**
 * From which day.
 */
from: string, 
/**
 * The profile.
 */
agency: Agency, };

/**
 * Decides about nominations.
 */
export type Decide = { 
/**
 * Nominations.
 */
ids: Array<string>, 
/**
 * Their new state.
 */
state: NominationState, };

/**
 * A delegation to a higher congress.
 */
export type Delegation = { 
/**
 * The congress: `Đại hội Thi đua yêu nước tỉnh Tây Ninh lần thứ V`.
 */
congress: string, 
/**
 * Members by name; may be empty when not known.
 */
members: Array<string>, };

/**
 * A document in a list.
 */
export type DocumentBrief = { 
/**
 * `doc-12`.
 */
id: string, 
/**
 * Template id.
 */
template: string, 
/**
 * Title for lists: `Quyết định tặng Giấy khen · Tổng kết năm 2025`.
 */
title: string, 
/**
 * Number and symbol, `15/QĐ-STP`, or `…/QĐ-STP` while blank.
 */
number: string, 
/**
 * Date of issue.
 */
date: string | null, 
/**
 * State.
 */
state: DocumentState, 
/**
 * Round or conference it is about.
 */
about: string | null, 
/**
 * Its name.
 */
aboutName: string | null, 
/**
 * Last change, RFC 3339 local.
 */
changedAt: string, 
/**
 * True where certificates can be printed from it.
 */
certificates: boolean, 
/**
 * What issued documents did to it: replaced, amended, corrected, recalled, cancelled it.
 */
became: Array<LinkView>, };

/**
 * Filters for documents; empty = all. At most a thousand rows are given.
 */
export type DocumentFilter = { 
/**
 * Year of date or of creation.
 */
year: number | null, 
/**
 * State.
 */
state: DocumentState | null, 
/**
 * Template id.
 */
template: string | null, 
/**
 * In which order.
 */
order: DocumentOrder, 
/**
 * The other way round.
 */
reverse: boolean, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows.
 */
count: number, };

/**
 * In which order documents are listed.
 */
export type DocumentOrder = "changed" | "date" | "title" | "number";

/**
 * Documents, a page of them.
 */
export type DocumentPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<DocumentBrief>, };

/**
 * State of a document.
 */
export type DocumentState = "draft" | "issued";

/**
 * A document as the editor shows it.
 */
export type DocumentView = { 
/**
 * As in lists.
 */
brief: DocumentBrief, 
/**
 * Sections of the form, in order.
 */
sections: Array<FieldSection>, 
/**
 * Findings, worst first.
 */
findings: Array<Finding>, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * How many files belong to it.
 */
files: number, 
/**
 * Height and width of each page in points.
 */
pageSizes: Array<PageSize>, 
/**
 * The list that the document prints, when it has one.
 */
list: ListBrief | null, 
/**
 * What it does to earlier documents, and later ones (drafts too) to it.
 */
links: Array<LinkView>, };

/**
 * A dossier in a list.
 */
export type DossierBrief = { 
/**
 * The conference or decision it is about.
 */
id: string, 
/**
 * Which of the two.
 */
kind: HitKind, 
/**
 * Title of the conference or decision.
 */
title: string, 
/**
 * Number and symbol of a decision.
 */
sign: string, 
/**
 * The day on which the work ended, as far as known.
 */
ended: string | null, 
/**
 * Papers that are issued.
 */
issued: number, 
/**
 * Papers that are still drafts.
 */
drafts: number, 
/**
 * How long it is kept: `Vĩnh viễn`, `20 năm`.
 */
maintenance: string, 
/**
 * How far it is.
 */
state: DossierState, 
/**
 * Last day to hand it over by Decree 30; none while the work goes on or when it is not handed over.
 */
handOverBy: string | null, 
/**
 * Last day to hand it over by the rule for electronic files.
 */
electronicBy: string | null, 
/**
 * When it was handed over.
 */
handedOver: string | null, 
/**
 * The last year in which it is kept; none for ever.
 */
lastYear: number | null, 
/**
 * What is due.
 */
due: DossierDue | null, };

/**
 * What is due of a dossier.
 */
export type DossierDue = "hand_over" | "electronic" | "retention_ended";

/**
 * A field of a dossier.
 */
export type DossierField = { 
/**
 * Key: `notation`, `title`, …
 */
key: string, 
/**
 * Element of Decree 30, appendix VI, part II; empty for what is not in it.
 */
element: string, 
/**
 * The value in use.
 */
value: string, 
/**
 * What is proposed.
 */
proposed: string, 
/**
 * True when the officer set it.
 */
own: boolean, 
/**
 * Longest value in letters.
 */
longest: number, 
/**
 * True for a date.
 */
date: boolean, };

/**
 * Which dossiers.
 */
export type DossierFilter = { 
/**
 * Only those with something due.
 */
due: boolean, };

/**
 * A paper of a dossier.
 */
export type DossierPaper = { 
/**
 * Key.
 */
key: string, 
/**
 * The document it is.
 */
document: string | null, 
/**
 * The file it is.
 */
file: string | null, 
/**
 * Running number in the dossier; none when it is not in.
 */
ordinal: number | null, 
/**
 * Date.
 */
date: string | null, 
/**
 * Number and symbol.
 */
sign: string, 
/**
 * Type of document.
 */
typeName: string, 
/**
 * Abstract.
 */
subject: string, 
/**
 * Who issued it.
 */
issuer: string, 
/**
 * Pages, as far as known.
 */
pages: number | null, 
/**
 * True when the pages were typed by the officer.
 */
ownPages: boolean, 
/**
 * True when the file itself tells its pages.
 */
counted: boolean, 
/**
 * Whether it is in.
 */
included: boolean, 
/**
 * True when the officer decided so.
 */
own: boolean, 
/**
 * False for what cannot be put in: a draft has no file.
 */
hasFile: boolean, 
/**
 * Why it is proposed to be in or not.
 */
reason: string, };

/**
 * How far a dossier is.
 */
export type DossierState = "open" | "ready" | "handed_over";

/**
 * A dossier with its form and its papers.
 */
export type DossierView = { 
/**
 * As in lists.
 */
brief: DossierBrief, 
/**
 * Mã hồ sơ: organ, year, number and symbol, as far as known.
 */
fileCode: string, 
/**
 * The form.
 */
fields: Array<DossierField>, 
/**
 * Papers in the order of time.
 */
papers: Array<DossierPaper>, 
/**
 * What is missing or does not fit.
 */
remarks: Array<Problem>, 
/**
 * How long it is kept, and why.
 */
retention: RetentionView, 
/**
 * When it is to be handed over, by each text.
 */
handOver: Array<HandOverView>, 
/**
 * Papers that are in.
 */
docTotal: number, 
/**
 * Their pages.
 */
pageTotal: number, };

/**
 * The list of a year that was written.
 */
export type DossiersListed = { 
/**
 * Where.
 */
path: string, 
/**
 * Dossiers in the list.
 */
dossiers: number, 
/**
 * Every file with its hash.
 */
files: Array<PackedFile>, 
/**
 * What was left out, and what is missing.
 */
remarks: Array<Problem>, };

/**
 * Drafts a document.
 */
export type Draft = { 
/**
 * Template id.
 */
template: string, 
/**
 * Name or id of the round.
 */
round: string | null, 
/**
 * Name or id of the conference.
 */
conference: string | null, 
/**
 * Id of the issued document, for a copy.
 */
document: string | null, 
/**
 * Field values of the officer's own.
 */
set: { [key in string]: string }, };

/**
 * Two honorees who may be the same.
 */
export type Duplicate = { 
/**
 * One.
 */
one: DuplicateSide, 
/**
 * The other.
 */
other: DuplicateSide, 
/**
 * Why.
 */
likeness: Likeness, };

/**
 * Asks for likely duplicates.
 */
export type DuplicateFilter = { 
/**
 * Only those of one honoree.
 */
honoree: string | null, 
/**
 * Where the page begins, as the one before said; empty = the first.
 */
from: string, 
/**
 * How many at least.
 */
count: number, };

/**
 * Likely duplicates, the strongest evidence first.
 */
export type DuplicatePage = { 
/**
 * Pairs.
 */
rows: Array<Duplicate>, 
/**
 * Where the next page begins.
 */
next: string | null, };

/**
 * One side of a suggestion.
 */
export type DuplicateSide = { 
/**
 * `hon-4`.
 */
id: string, 
/**
 * As last known.
 */
honoree: Honoree, 
/**
 * Awards on record.
 */
awards: number, };

/**
 * Makes or changes a conference.
 */
export type EditConference = { 
/**
 * None for a new one.
 */
id: string | null, 
/**
 * Facts.
 */
conference: Conference, };

/**
 * Changes an honoree's own data.
 */
export type EditHonoree = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Data.
 */
honoree: Honoree, 
/**
 * Identity number; none leaves it as it is, empty takes it away.
 */
identity: string | null, };

/**
 * Adds or changes one nomination by hand.
 */
export type EditNomination = { 
/**
 * None for a new one.
 */
id: string | null, 
/**
 * The round.
 */
round: string, 
/**
 * Who.
 */
honoree: Honoree, 
/**
 * Award kind id.
 */
kind: string | null, 
/**
 * Achievement.
 */
achievement: string, 
/**
 * Identity number; none leaves it as it is, empty takes it away.
 */
identity: string | null, };

/**
 * Renames a round.
 */
export type EditRound = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Year.
 */
year: number, };

/**
 * Corrects a name of a unit and its days.
 */
export type EditUnitName = { 
/**
 * Number of the entry.
 */
entry: number, 
/**
 * The name.
 */
name: string, 
/**
 * First day.
 */
from: string | null, 
/**
 * First day of the next name.
 */
to: string | null, };

/**
 * What an entry changed: a page of things.
 */
export type EntryChanges = { 
/**
 * How many things in all.
 */
total: number, 
/**
 * The first of these.
 */
from: number, 
/**
 * Things.
 */
things: Array<ThingChange>, };

/**
 * Asks what an entry changed.
 */
export type EntryRequest = { 
/**
 * Number of the entry.
 */
number: number, 
/**
 * The first changed thing wanted, from 0.
 */
from: number, };

/**
 * Exports to a file.
 */
export type Export = { 
/**
 * Document.
 */
id: string, 
/**
 * Path of the PDF to write.
 */
path: string, 
/**
 * Certificates only: one file for each honoree beside that path, named after it.
 */
apart: boolean, };

/**
 * Writes the whole archive to a folder or a package.
 */
export type ExportAll = { 
/**
 * A new or empty folder; or a file `….bangvang`, the same folder as one file to be brought in on another PC.
 */
path: string, 
/**
 * Identity numbers in full instead of masked; journalled. A folder with masked ones is not taken in again.
 */
identities: boolean, };

/**
 * Writes the list of a round as a workbook.
 */
export type ExportList = { 
/**
 * The round.
 */
id: string, 
/**
 * Identity numbers in full instead of masked; journalled.
 */
identities: boolean, 
/**
 * Where to.
 */
path: string, };

/**
 * Writes the register of a year: a PDF, or a workbook where the path ends in `.xlsx`.
 */
export type ExportRegister = { 
/**
 * The year; none = the current one.
 */
year: number | null, 
/**
 * Key of the one strand wanted; none = all.
 */
strand: string | null, 
/**
 * Where to.
 */
path: string, };

/**
 * Writes every hit of a search out.
 */
export type ExportSearch = { 
/**
 * The search; its page is not regarded.
 */
search: Search, 
/**
 * Where to.
 */
path: string, };

/**
 * A file that was written.
 */
export type Exported = { 
/**
 * Where; of several files the first.
 */
path: string, 
/**
 * The further files, written beside it.
 */
beside: Array<string>, 
/**
 * Pages, all files together.
 */
pages: number, 
/**
 * Size in bytes, all files together.
 */
bytes: number, 
/**
 * SHA-256 of the first file, hex.
 */
sha256: string, 
/**
 * Family of the serif embedded in it; none where it has only faces of certificates.
 */
serif: string | null, 
/**
 * The copy kept in the archive of the first file.
 */
file: string, 
/**
 * What is still blank or doubtful in it.
 */
findings: Array<Finding>, };

/**
 * A field before and after; of long texts the part that changed.
 */
export type FieldChange = { 
/**
 * Its name, in Vietnamese.
 */
label: string, 
/**
 * Before; empty when there was nothing.
 */
before: string, 
/**
 * After.
 */
after: string, };

/**
 * How a field is edited.
 */
export type FieldKind = "line" | "paragraphs" | "entries" | "date" | "number" | "choice";

/**
 * One thing that a choice may hold.
 */
export type FieldOption = { 
/**
 * What the field holds; empty for the usual case.
 */
value: string, 
/**
 * Vietnamese label.
 */
label: string, 
/**
 * English label.
 */
labelEn: string, };

/**
 * Where text of a field stands on a page; in points from its top left corner.
 */
export type FieldPlace = { 
/**
 * The page, from 0.
 */
page: number, 
/**
 * Left edge.
 */
x: number, 
/**
 * Top edge.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };

/**
 * A section of the form.
 */
export type FieldSection = { 
/**
 * Stable id.
 */
id: string, 
/**
 * Vietnamese title.
 */
title: string, 
/**
 * English title.
 */
titleEn: string, 
/**
 * Seldom needed: shown folded.
 */
folded: boolean, 
/**
 * Its fields.
 */
fields: Array<FieldView>, };

/**
 * A field of the form.
 */
export type FieldView = { 
/**
 * Key, as in `--set KEY=VALUE` and `data-field` of the preview.
 */
key: string, 
/**
 * Vietnamese label.
 */
label: string, 
/**
 * English label.
 */
labelEn: string, 
/**
 * How it is edited.
 */
kind: FieldKind, 
/**
 * Its value: the officer's own, else what the template makes of the facts.
 */
value: string, 
/**
 * True where the officer typed it over the template.
 */
own: boolean, 
/**
 * True where the law allows a blank until the document is issued.
 */
mayBeBlank: boolean, 
/**
 * Vietnamese remark under the field, may be empty.
 */
note: string, 
/**
 * What a choice is made from; empty for other kinds.
 */
options: Array<FieldOption>, };

/**
 * A count of awards of one kind.
 */
export type Figure = { 
/**
 * Kind id.
 */
kind: string, 
/**
 * Kind name as printed.
 */
name: string, 
/**
 * Who confers.
 */
authority: Authority, 
/**
 * To collectives.
 */
collectives: number, 
/**
 * To households.
 */
households: number, 
/**
 * To individuals.
 */
individuals: number, };

/**
 * A file kept in the archive.
 */
export type FileBrief = { 
/**
 * `file-2`.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * SHA-256, hex.
 */
sha256: string, 
/**
 * Why it is kept.
 */
role: FileRole, 
/**
 * When it was added, RFC 3339 local.
 */
addedAt: string, };

/**
 * A page of the files of a thing, oldest first.
 */
export type FilePage = { 
/**
 * How many it has.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<FileBrief>, };

/**
 * Why a file is kept.
 */
export type FileRole = "exported" | "attached" | "imported" | "issued" | "certificates";

/**
 * Fills the columns of the register that a document does not tell.
 */
export type FillRegister = { 
/**
 * The document.
 */
id: string, 
/**
 * Đơn vị, người nhận bản lưu.
 */
keptBy: string, 
/**
 * Số lượng bản.
 */
copies: string, 
/**
 * Ngày chuyển.
 */
sentOn: string, 
/**
 * Ghi chú.
 */
remark: string, };

/**
 * Asks where the text of a field stands, with unsaved values.
 */
export type FindField = { 
/**
 * Document.
 */
id: string, 
/**
 * Values typed but not saved yet.
 */
values: { [key in string]: string }, 
/**
 * Field.
 */
field: string, };

/**
 * A finding about a document.
 */
export type Finding = { 
/**
 * How much it matters.
 */
severity: FindingSeverity, 
/**
 * What.
 */
problem: Problem, };

/**
 * How much a finding matters.
 */
export type FindingSeverity = "note" | "blank" | "warning" | "error";

/**
 * What a folder of a whole archive holds.
 */
export type FolderContent = { 
/**
 * Where.
 */
path: string, 
/**
 * Documents.
 */
documents: number, 
/**
 * Awards.
 */
awards: number, 
/**
 * Honorees.
 */
honorees: number, 
/**
 * Conferences.
 */
conferences: number, 
/**
 * Rounds.
 */
rounds: number, 
/**
 * Kept files.
 */
keptFiles: number, 
/**
 * Entries of the journal.
 */
journal: number, 
/**
 * Bytes in all.
 */
bytes: number, };

/**
 * A folder that was written.
 */
export type FolderWritten = { 
/**
 * Where.
 */
path: string, 
/**
 * Files in it.
 */
files: number, 
/**
 * Their bytes.
 */
bytes: number, };

/**
 * What a search found.
 */
export type Found = { 
/**
 * Hits by kind of thing; kinds without a hit are left out.
 */
groups: Array<FoundGroup>, 
/**
 * Kept files whose text is not read yet, and is not searched therefore.
 */
waiting: number, };

/**
 * The hits of one kind of thing.
 */
export type FoundGroup = { 
/**
 * What they are.
 */
kind: HitKind, 
/**
 * How many, counted up to a thousand; among other kinds up to a hundred.
 */
total: number, 
/**
 * True when there are more than were counted.
 */
more: boolean, 
/**
 * This page of them.
 */
hits: Array<Hit>, };

/**
 * Gender as papers state it.
 */
export type Gender = "male" | "female";

/**
 * A rule of hand-over.
 */
export type HandOverRule = { 
/**
 * What the text says.
 */
what: string, 
/**
 * The text.
 */
source: string, 
/**
 * Rests on a secondary source.
 */
unverified: boolean, };

/**
 * A last day to hand over.
 */
export type HandOverView = { 
/**
 * The last day.
 */
due: string, 
/**
 * What the text says.
 */
what: string, 
/**
 * The text.
 */
source: string, 
/**
 * Rests on a secondary source.
 */
unverified: boolean, };

/**
 * Asks for a page of what happened.
 */
export type History = { 
/**
 * To what; empty = everything.
 */
id: string, 
/**
 * The entries before this one; none = the newest.
 */
before: number | null, 
/**
 * How many; 0 = 50, at most 200.
 */
count: number, };

/**
 * A change that was made.
 */
export type HistoryEntry = { 
/**
 * Running number.
 */
number: number, 
/**
 * When, RFC 3339 local time.
 */
at: string, 
/**
 * Who (user of the PC).
 */
who: string, 
/**
 * What, in Vietnamese.
 */
action: string, 
/**
 * How it came about.
 */
kind: HistoryKind, 
/**
 * Identifier of the thing it was mainly done to.
 */
about: string | null, 
/**
 * Its name, while it is there.
 */
aboutTitle: string | null, };

/**
 * How a change came about.
 */
export type HistoryKind = "do" | "undo" | "redo";

/**
 * A page of what happened, newest first.
 */
export type HistoryPage = { 
/**
 * Name of the thing; none for everything, and for what is no longer there.
 */
title: string | null, 
/**
 * Entries.
 */
entries: Array<HistoryEntry>, 
/**
 * True when there are earlier ones.
 */
more: boolean, };

/**
 * A hit.
 */
export type Hit = { 
/**
 * What kind of thing.
 */
kind: HitKind, 
/**
 * Identifier, as for `show`; of a decision that of the first award that names it.
 */
id: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Where it was found, in pieces.
 */
snippet: Array<Piece>, 
/**
 * True when it was found with the very marks that were typed.
 */
exact: boolean, };

/**
 * What a hit or a thing is.
 */
export type HitKind = "honoree" | "document" | "conference" | "round" | "decision" | "award" | "file" | "unit";

/**
 * What is open, what is recent.
 */
export type Home = { 
/**
 * Rounds not yet finished, the newest of them.
 */
rounds: Array<RoundBrief>, 
/**
 * Documents waiting for number, date or signature.
 */
documents: Array<DocumentBrief>, 
/**
 * Conferences to come, then the newest.
 */
conferences: Array<ConferenceBrief>, 
/**
 * Dossiers to be handed over, or whose period of retention has ended: some of the newest.
 */
due: Array<DossierBrief>, 
/**
 * The last changes, newest first.
 */
recent: Array<JournalEntry>, };

/**
 * A person, a collective or a household, as known at one time.
 */
export type Honoree = { 
/**
 * Individual, collective or household.
 */
honoreeType: HonoreeType, 
/**
 * Name in NFC, mixed case, without title: `Nguyễn Thị Ánh Tuyết`, `Phòng Công chứng số 1`.
 */
name: string, 
/**
 * Gender, individuals only; none when not stated.
 */
gender: Gender | null, 
/**
 * Birth date, individuals only, as exact as it is known.
 */
birth: BirthDate | null, 
/**
 * Position (chức vụ), individuals only.
 */
position: string | null, 
/**
 * Unit (đơn vị công tác), or the agency above a collective.
 */
unit: string | null, };

/**
 * An honoree in a list.
 */
export type HonoreeBrief = { 
/**
 * `hon-4`.
 */
id: string, 
/**
 * Who, as last known.
 */
honoree: Honoree, 
/**
 * Awards on record.
 */
awards: number, 
/**
 * The latest award in short.
 */
latest: string, };

/**
 * Filters for honorees.
 */
export type HonoreeFilter = { 
/**
 * Part of the name, marks optional; empty = all.
 */
text: string, 
/**
 * Type.
 */
honoreeType: HonoreeType | null, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows.
 */
count: number, };

/**
 * Honorees by given name.
 */
export type HonoreePage = { 
/**
 * How many match.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<HonoreeBrief>, };

/**
 * Kind of honoree (đối tượng). The order is the order of lists: collectives, households, individuals
 * (Decree 152/2025, article 29.5).
 */
export type HonoreeType = "collective" | "household" | "individual";

/**
 * An honoree's page.
 */
export type HonoreeView = { 
/**
 * `hon-4`.
 */
id: string, 
/**
 * Who, as last known.
 */
honoree: Honoree, 
/**
 * Other spellings met.
 */
alsoWritten: Array<string>, 
/**
 * Awards, newest first.
 */
awards: Array<AwardRow>, 
/**
 * Nominations under way.
 */
pending: Array<PendingNomination>, 
/**
 * How many files are attached.
 */
files: number, 
/**
 * Identity number, masked; empty when there is none.
 */
identity: string, 
/**
 * The papers of the awards: the issued PDF, then scans.
 */
awardFiles: Array<AwardFile>, 
/**
 * Units over the years, as awards name them, the oldest first.
 */
units: Array<UnitSpan>, 
/**
 * Who was merged into this honoree.
 */
merged: Array<MergedBrief>, };

/**
 * Awards of one kind by one authority.
 */
export type HonourGroup = { 
/**
 * Name of the kind as it was then.
 */
kindName: string, 
/**
 * Who conferred it.
 */
authority: Authority, 
/**
 * How many.
 */
count: number, };

/**
 * A page of the awards given at a conference, in legal order under what was given and by whom.
 */
export type HonourPage = { 
/**
 * How many there are.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<AwardRow>, 
/**
 * All of them, counted as they stand together.
 */
groups: Array<HonourGroup>, };

/**
 * An identity number in full.
 */
export type Identity = { 
/**
 * The number; empty when there is none.
 */
number: string, };

/**
 * Several things by identifier, in an order that means something.
 */
export type Ids = { 
/**
 * Identifiers.
 */
ids: Array<string>, };

/**
 * Imports a workbook into a round.
 */
export type Import = { 
/**
 * Path of the workbook.
 */
path: string, 
/**
 * Name or identifier of the round; made when there is none.
 */
round: string, 
/**
 * As in the preview.
 */
columns: { [key in number]: ColumnMeaning }, 
/**
 * As in the preview.
 */
sheet: string | null, };

/**
 * A column of the workbook.
 */
export type ImportColumn = { 
/**
 * Zero-based.
 */
index: number, 
/**
 * `A`, `B`, …
 */
letter: string, 
/**
 * The head as written.
 */
heading: string, 
/**
 * What it is taken for.
 */
meaning: ColumnMeaning, };

/**
 * Counts over the rows that hold a nomination: total = new + known + repeated + question.
 */
export type ImportCounts = { 
/**
 * All.
 */
total: number, 
/**
 * To be added.
 */
new: number, 
/**
 * Already in this round.
 */
known: number, 
/**
 * Twice in this file.
 */
repeated: number, 
/**
 * Not understood.
 */
question: number, };

/**
 * What a workbook holds.
 */
export type ImportPreview = { 
/**
 * File name.
 */
file: string, 
/**
 * Sheet read.
 */
sheet: string, 
/**
 * All sheets.
 */
sheets: Array<string>, 
/**
 * 1-based row of the column heads.
 */
headerRow: number, 
/**
 * Columns from left to right.
 */
columns: Array<ImportColumn>, 
/**
 * The rows of the sheet from the top, at most 2,000 of them.
 */
rows: Array<ImportRow>, 
/**
 * Rows that hold a nomination or should.
 */
counts: ImportCounts, 
/**
 * The year that the title above the list names.
 */
year: number | null, 
/**
 * Legacy encoding that was converted: `TCVN3`, `VNI`.
 */
convertedFrom: string | null, 
/**
 * Findings about the whole file.
 */
problems: Array<Problem>, };

/**
 * A row of the workbook beside what was understood.
 */
export type ImportRow = { 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row in the sheet.
 */
row: number, 
/**
 * Cells as shown in Excel.
 */
cells: Array<string>, 
/**
 * What it is.
 */
verdict: RowVerdict, 
/**
 * Who was understood.
 */
honoree: Honoree | null, 
/**
 * Award kind id.
 */
kind: string | null, 
/**
 * Reasons and doubts.
 */
problems: Array<Problem>, 
/**
 * What the cells do not state but their surroundings do (collective by section, gender by title).
 */
inferred: Array<Problem>, };

/**
 * What was imported: rows in = added + skipped + failed.
 */
export type Imported = { 
/**
 * The round.
 */
round: string, 
/**
 * Nominations added.
 */
added: number, 
/**
 * Rows left out with a reason (known, repeated).
 */
skipped: number, 
/**
 * Rows not understood, with the reason.
 */
failed: number, 
/**
 * Rows that held a nomination or should.
 */
total: number, 
/**
 * Every row with its outcome and the reasons.
 */
rows: Array<ImportedRow>, 
/**
 * Findings about the whole file: totals that disagree, sheets not read, cells left out.
 */
problems: Array<Problem>, 
/**
 * Legacy encoding that was converted: `TCVN3`, `VNI`.
 */
convertedFrom: string | null, };

/**
 * One row's outcome.
 */
export type ImportedRow = { 
/**
 * Sheet.
 */
sheet: string, 
/**
 * 1-based row in the sheet.
 */
row: number, 
/**
 * `added`, `skipped`, `failed`.
 */
outcome: RowOutcome, 
/**
 * The name as understood, or the cell.
 */
name: string, 
/**
 * Nomination made of it.
 */
id: string | null, 
/**
 * Reasons and doubts, in Vietnamese.
 */
reasons: Array<Problem>, 
/**
 * What the cells do not state but their surroundings do.
 */
inferred: Array<Problem>, };

/**
 * Records number and date given by the registry, freezes the document and records its awards.
 */
export type Issue = { 
/**
 * Document.
 */
id: string, 
/**
 * Number, digits and letters as given.
 */
number: string, 
/**
 * Date.
 */
date: string, };

/**
 * A change that was made.
 */
export type JournalEntry = { 
/**
 * Running number.
 */
number: number, 
/**
 * When, RFC 3339 local time.
 */
at: string, 
/**
 * Who (user of the PC).
 */
who: string, 
/**
 * What, in Vietnamese.
 */
action: string, 
/**
 * Identifier of the thing it was done to, when there is one.
 */
about: string | null, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * The catalogue of award kinds, for pickers.
 */
export type Kinds = { 
/**
 * Each kind once, as the law has it now or had it last.
 */
kinds: Array<AwardKind>, };

/**
 * An honoree known not to be another one.
 */
export type KnownDifferent = { 
/**
 * `hon-4`.
 */
id: string, 
/**
 * As last known.
 */
honoree: Honoree, };

/**
 * The last change in a backup.
 */
export type LastChange = { 
/**
 * When, RFC 3339 local time.
 */
at: string, 
/**
 * Who.
 */
who: string, 
/**
 * What, in Vietnamese.
 */
action: string, };

/**
 * Why two honorees may be the same, or may not.
 */
export type Likeness = { 
/**
 * Of the names.
 */
name: NameLikeness, 
/**
 * Of the birth dates.
 */
birth: BirthLikeness, 
/**
 * Of the units.
 */
unit: PlaceLikeness, 
/**
 * Of the positions.
 */
position: PlaceLikeness, 
/**
 * Stated as man and as woman.
 */
genderDiffers: boolean, };

/**
 * Says what a draft does to an issued document.
 */
export type LinkDocuments = { 
/**
 * The draft.
 */
id: string, 
/**
 * The issued document.
 */
earlier: string, 
/**
 * What the draft does to it; none takes the link away.
 */
kind: LinkKind | null, };

/**
 * What a later document does to an earlier one.
 */
export type LinkKind = "replaces" | "amends" | "corrects" | "recalls" | "cancels";

/**
 * A link of a document, as seen from it.
 */
export type LinkView = { 
/**
 * What the later one does to the earlier.
 */
kind: LinkKind, 
/**
 * True when the document shown is the earlier of the two: it was replaced, amended, …
 */
passive: boolean, 
/**
 * The other document, `doc-12`.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its number and symbol.
 */
number: string, 
/**
 * Its date.
 */
date: string | null, 
/**
 * Its state: what a draft will do is not done yet.
 */
state: DocumentState, };

/**
 * Lists backups.
 */
export type ListBackups = { 
/**
 * A folder to look in instead of the one chosen for backups.
 */
path: string | null, };

/**
 * The list in a document.
 */
export type ListBrief = { 
/**
 * Collectives.
 */
collectives: number, 
/**
 * Households.
 */
households: number, 
/**
 * Individuals.
 */
individuals: number, 
/**
 * Prize money in all, đồng.
 */
prizeTotal: number, 
/**
 * The round it comes from.
 */
round: string | null, };

/**
 * Writes the list of a year's dossiers and the minutes of handing them over to the agency's archive.
 */
export type ListDossiers = { 
/**
 * The year in which they came about.
 */
year: number, 
/**
 * A new or empty folder.
 */
path: string, };

/**
 * A list that was written.
 */
export type ListWritten = { 
/**
 * Where.
 */
path: string, 
/**
 * Lines in it.
 */
rows: number, };

/**
 * The lock of the window, as the desktop keeps it. Not of the archive: it keeps eyes out, it encrypts nothing.
 */
export type LockState = { 
/**
 * A password was set.
 */
hasPassword: boolean, 
/**
 * Nothing is answered until it is typed.
 */
locked: boolean, 
/**
 * Locks by itself after so many idle minutes; 0 = never.
 */
minutes: number, 
/**
 * After wrong tries: seconds until the next one is listened to.
 */
waitSeconds: number, };

/**
 * What was made or changed.
 */
export type Made = { 
/**
 * Identifier of the new or changed thing.
 */
id: string, };

/**
 * A measure of papers, with the range that Decree 30/2020/NĐ-CP allows.
 */
export type Measure = { 
/**
 * Key, as in `--set KEY=VALUE`.
 */
key: string, 
/**
 * The part of a paper it belongs to.
 */
part: PaperPart, 
/**
 * Vietnamese label.
 */
label: string, 
/**
 * English label.
 */
labelEn: string, 
/**
 * What it is counted in.
 */
unit: MeasureUnit, 
/**
 * The agency's choice.
 */
value: number, 
/**
 * Smallest value.
 */
smallest: number, 
/**
 * Largest value.
 */
largest: number, 
/**
 * Which of these values are allowed.
 */
span: MeasureSpan, 
/**
 * The article of the decree, in Vietnamese.
 */
article: string, 
/**
 * As in the decree's sample.
 */
sample: number, };

/**
 * Which values of a range are allowed.
 */
export type MeasureSpan = "whole" | "ends" | "at_least";

/**
 * What a measure is counted in.
 */
export type MeasureUnit = "millimetre" | "point" | "times";

/**
 * Brings missing and changed files back.
 */
export type MendFiles = { 
/**
 * A folder to look in before the one chosen for backups.
 */
path: string | null, };

/**
 * What became of them.
 */
export type Mended = { 
/**
 * How many are whole again.
 */
mended: number, 
/**
 * Those that were found nowhere, by name.
 */
left: Array<string>, };

/**
 * Merges honorees into one that stays. Awards keep the names of their decisions.
 */
export type Merge = { 
/**
 * The one that stays.
 */
into: string, 
/**
 * Those merged into it.
 */
merged: Array<string>, 
/**
 * What is known of the one that stays from now on; none = what is known of it already.
 */
honoree: Honoree | null, };

/**
 * An honoree that was merged into another.
 */
export type MergedBrief = { 
/**
 * Its identifier, which leads to the other one.
 */
id: string, 
/**
 * Who it was merged into then.
 */
into: string, 
/**
 * What was known of it.
 */
honoree: Honoree, 
/**
 * When; RFC 3339, local time.
 */
at: string, 
/**
 * By whom.
 */
who: string, 
/**
 * Awards that came from it.
 */
awards: Array<string>, 
/**
 * Nominations that came from it.
 */
nominations: number, 
/**
 * Files that came from it.
 */
files: number, 
/**
 * Those merged into it before.
 */
within: Array<MergedBrief>, };

/**
 * What taking a merged honoree apart would do.
 */
export type MergedView = { 
/**
 * Who it is.
 */
brief: MergedBrief, 
/**
 * The one it is within now.
 */
stays: Honoree, 
/**
 * Awards that go back.
 */
came: Array<AwardRow>, 
/**
 * Awards added since, which stay unless they are named.
 */
since: Array<AwardRow>, 
/**
 * Nominations added since.
 */
sinceNominations: Array<SinceNomination>, 
/**
 * Files added since.
 */
sinceFiles: Array<FileBrief>, };

/**
 * How two names agree; the first is the strongest.
 */
export type NameLikeness = "same" | "writing" | "i_or_y" | "marks" | "swapped" | "initials" | "one_letter";

/**
 * Something by identifier and name.
 */
export type NamedThing = { 
/**
 * Identifier.
 */
id: string, 
/**
 * Name.
 */
name: string, };

/**
 * Makes a round.
 */
export type NewRound = { 
/**
 * Name.
 */
name: string, 
/**
 * Year; none = the current one.
 */
year: number | null, };

/**
 * Puts a unit into the register.
 */
export type NewUnit = { 
/**
 * Its name.
 */
name: string, 
/**
 * Since when; none = as long as known.
 */
from: string | null, 
/**
 * A note: the decision that made it.
 */
note: string, };

/**
 * Asks for nominations of a round.
 */
export type NominationFilter = { 
/**
 * The round.
 */
round: string, 
/**
 * Only these; none = all.
 */
sieve: NominationSieve | null, 
/**
 * Words in name, position, unit or award, marks optional; empty = all.
 */
text: string, 
/**
 * In which order, within each authority.
 */
order: NominationOrder, 
/**
 * The other way round.
 */
reverse: boolean, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows; of whole rows at most 1,000.
 */
count: number, };

/**
 * Nominations for awards of one authority.
 */
export type NominationGroup = { 
/**
 * Who confers; none when that was not understood.
 */
authority: Authority | null, 
/**
 * How many.
 */
count: number, };

/**
 * In which order nominations of one authority are listed.
 */
export type NominationOrder = "list" | "name" | "unit" | "kind" | "check" | "state";

/**
 * A page of nominations, checked together with all others of the round.
 */
export type NominationPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<NominationRow>, 
/**
 * How many the round has.
 */
all: number, 
/**
 * How many of all each sieve keeps.
 */
sieves: SieveCounts, 
/**
 * Those that match, counted by authority as they stand together.
 */
groups: Array<NominationGroup>, };

/**
 * One nomination of a round.
 */
export type NominationRow = { 
/**
 * `nom-9`.
 */
id: string, 
/**
 * `hon-4`, the honoree's page.
 */
honoreeId: string, 
/**
 * Who, as nominated.
 */
honoree: Honoree, 
/**
 * Award kind id; none when not understood.
 */
kind: string | null, 
/**
 * Name of the award kind as printed, or the list's wording.
 */
kindName: string, 
/**
 * Who confers it.
 */
authority: Authority | null, 
/**
 * Achievement.
 */
achievement: string, 
/**
 * State.
 */
state: NominationState, 
/**
 * Past awards in short: `CSTĐCS 2023, 2024`.
 */
past: string, 
/**
 * Findings: from the import and from the rules.
 */
problems: Array<Problem>, 
/**
 * Prize in đồng; none when the catalogue names none.
 */
prize: number | null, 
/**
 * Where it came from: `de-nghi.xlsx, dòng 14`.
 */
source: string | null, 
/**
 * Identity number, masked; empty when there is none.
 */
identity: string, };

/**
 * Which nominations of a round.
 */
export type NominationSieve = "fine" | "check" | "unclear" | "undecided";

/**
 * What became of a nomination.
 */
export type NominationState = "pending" | "approved" | "rejected" | "conferred";

/**
 * Notes what the registry gave a number to that is not in this archive.
 */
export type NoteNumber = { 
/**
 * Key of the strand.
 */
strand: string, 
/**
 * The year.
 */
year: number, 
/**
 * The number.
 */
number: number, 
/**
 * What it was given to; empty takes the note away.
 */
note: string, };

/**
 * Changes the note about a unit.
 */
export type NoteUnit = { 
/**
 * `unit-3`.
 */
id: string, 
/**
 * The note.
 */
note: string, };

/**
 * A request without anything to say.
 */
export type Nothing = Record<symbol, never>;

/**
 * Which number comes next.
 */
export type NumberProposal = { 
/**
 * Name of the series; empty when no series takes the document.
 */
series: string, 
/**
 * Types and body that are counted.
 */
label: string, 
/**
 * The next number.
 */
next: number, 
/**
 * What is odd about the number given.
 */
advice: Array<Problem>, };

/**
 * A series of numbers, valid for a time.
 */
export type NumberSeries = { 
/**
 * What the officer calls it.
 */
name: string, 
/**
 * Abbreviations of the types in it, `QĐ`, `BC`, `CV` for official letters; empty = all.
 */
types: Array<string>, 
/**
 * Abbreviations of the bodies that issue in it, `STP`, `HĐ*` for every council; empty = all.
 */
bodies: Array<string>, 
/**
 * Each type and body is counted by itself.
 */
apart: boolean, 
/**
 * First day.
 */
validFrom: string, 
/**
 * Last day; none while it lasts.
 */
validTo: string | null, 
/**
 * First number in the year it begins; every later year begins at 1.
 */
firstNumber: number, };

/**
 * What to offer while a unit is typed.
 */
export type OfferUnits = { 
/**
 * What was typed so far.
 */
text: string, 
/**
 * At most how many.
 */
count: number, };

/**
 * One day.
 */
export type OneDay = { 
/**
 * The day.
 */
day: string, };

/**
 * Writes a dossier as a package.
 */
export type PackDossier = { 
/**
 * The conference or decision.
 */
id: string, 
/**
 * A path that ends with `.zip`, or a new or empty folder.
 */
path: string, };

/**
 * A package that was written.
 */
export type Packed = { 
/**
 * Where.
 */
path: string, 
/**
 * Mã hồ sơ.
 */
fileCode: string, 
/**
 * Every file in it with its hash.
 */
files: Array<PackedFile>, 
/**
 * What is missing or does not fit.
 */
remarks: Array<Problem>, };

/**
 * A file of a package.
 */
export type PackedFile = { 
/**
 * Name.
 */
name: string, 
/**
 * SHA-256, hex.
 */
sha256: string, 
/**
 * Size.
 */
bytes: number, };

/**
 * A page's size in points.
 */
export type PageSize = { 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, };

/**
 * Laid-out pages.
 */
export type Pages = { 
/**
 * All pages of the document.
 */
total: number, 
/**
 * Page number (from 0) of the first SVG.
 */
from: number, 
/**
 * One SVG a page.
 */
svg: Array<string>, 
/**
 * Findings of this layout.
 */
findings: Array<Finding>, };

/**
 * A part of a paper.
 */
export type PaperPart = "margins" | "head" | "text" | "table" | "signature" | "other";

/**
 * A request about a path of the PC.
 */
export type PathOnly = { 
/**
 * Path.
 */
path: string, };

/**
 * A nomination on an honoree's page.
 */
export type PendingNomination = { 
/**
 * Round id.
 */
round: string, 
/**
 * Round name.
 */
roundName: string, 
/**
 * Award kind name.
 */
kindName: string, 
/**
 * Year.
 */
year: number, 
/**
 * State.
 */
state: NominationState, };

/**
 * Writes one page as a picture (PNG, 200 dots to the inch).
 */
export type Picture = { 
/**
 * Document.
 */
id: string, 
/**
 * The page, from 0.
 */
page: number, 
/**
 * A page of the document's certificates instead of its own.
 */
certificates: boolean, 
/**
 * Path of the PNG to write.
 */
path: string, };

/**
 * A stretch of shown text.
 */
export type Piece = { 
/**
 * The text.
 */
text: string, 
/**
 * True for what was searched for.
 */
hit: boolean, };

/**
 * How two units or positions agree.
 */
export type PlaceLikeness = "same" | "successor" | "unknown" | "differs";

/**
 * The power to sign (Decree 30/2020, article 13; appendix I.II.7).
 */
export type Power = "own" | "acting" | "forhead" | "byorder" | "bymandate" | "forbody";

/**
 * Lays the document out with unsaved values and gives pages as SVG. Nothing is written.
 */
export type Preview = { 
/**
 * Document.
 */
id: string, 
/**
 * Values typed but not saved yet.
 */
values: { [key in string]: string }, 
/**
 * First page wanted, from 0.
 */
from: number, 
/**
 * How many pages.
 */
count: number, };

/**
 * Asks what a workbook holds. Nothing is written.
 */
export type PreviewImport = { 
/**
 * Path of the workbook.
 */
path: string, 
/**
 * The round it would go into, to tell what is known already.
 */
round: string | null, 
/**
 * The officer's own meaning of columns by zero-based index; overrides what was recognised.
 */
columns: { [key in number]: ColumnMeaning }, 
/**
 * The sheet; none = the one that holds a list.
 */
sheet: string | null, };

/**
 * Lays a sample paper out with measures that are not saved yet. Nothing is written.
 */
export type PreviewStyle = { 
/**
 * Measures by key.
 */
set: { [key in string]: number }, 
/**
 * First page wanted, from 0.
 */
from: number, 
/**
 * How many pages.
 */
count: number, };

/**
 * Prints a document at 100 %.
 */
export type Print = { 
/**
 * Document.
 */
id: string, 
/**
 * Its certificates instead.
 */
certificates: boolean, 
/**
 * Printer; the default one when empty.
 */
printer: string, 
/**
 * How often.
 */
copies: number, 
/**
 * Pages as people write them, `1-3, 5`; all when empty.
 */
pages: string, };

/**
 * What was handed to a printer.
 */
export type Printed = { 
/**
 * The printer.
 */
printer: string, 
/**
 * Pages of one copy.
 */
pages: number, 
/**
 * Copies.
 */
copies: number, };

/**
 * Printers of this PC.
 */
export type PrinterList = { 
/**
 * Their names; the one that is used when none is chosen first.
 */
names: Array<string>, };

/**
 * A failure or a finding, for people. `code` is stable: the interface translates by it and falls back to the
 * Vietnamese `message`.
 */
export type Problem = { 
/**
 * Stable name, kebab-case.
 */
code: string, 
/**
 * What happened, to which file or field, in Vietnamese.
 */
message: string, 
/**
 * The field of the form it concerns.
 */
field: string | null, 
/**
 * What to do, in Vietnamese.
 */
hint: string | null, 
/**
 * The values inside the message, for translations.
 */
values: { [key in string]: string }, };

/**
 * How far long work is.
 */
export type Progress = { 
/**
 * What it is doing.
 */
stage: Stage, 
/**
 * Pieces done.
 */
done: number, 
/**
 * Pieces in all.
 */
total: number, };

/**
 * Takes a text as another way of writing a unit.
 */
export type PutUnitText = { 
/**
 * The text.
 */
text: string, 
/**
 * `unit-3`.
 */
unit: string, };

/**
 * Reads the text of kept files.
 */
export type ReadTexts = { 
/**
 * Also those read before, and those that could not be read.
 */
again: boolean, };

/**
 * What was written out.
 */
export type Readable = { 
/**
 * The new folder.
 */
folder: string, 
/**
 * Each table.
 */
tables: Array<ReadableTable>, };

/**
 * How much of a table could be read.
 */
export type ReadableTable = { 
/**
 * Its name.
 */
table: string, 
/**
 * Rows read.
 */
rows: number, 
/**
 * False when a part could not be read.
 */
whole: boolean, };

/**
 * Records awards already decided by somebody, in one step.
 */
export type RecordAwards = { 
/**
 * Who.
 */
honoree: Honoree, 
/**
 * Kind id.
 */
kind: string, 
/**
 * How many awards of this kind (each its own record), at least 1.
 */
count: number, 
/**
 * Achievement.
 */
achievement: string, 
/**
 * Period of the achievement.
 */
period: string, 
/**
 * Decision number and symbol; empty when not known.
 */
decision: string, 
/**
 * Decision date.
 */
date: string | null, 
/**
 * Conference where it was given.
 */
conference: string | null, };

/**
 * An archive as it was found.
 */
export type Recovery = { 
/**
 * Its folder.
 */
folder: string, 
/**
 * Why it is not open; none when it opens.
 */
state: RecoveryState | null, 
/**
 * The same in words.
 */
problem: Problem | null, 
/**
 * What can be done, the best first.
 */
choices: Array<RecoveryChoice>, 
/**
 * What can be gone back to.
 */
backups: Backups, };

/**
 * What can be done about it.
 */
export type RecoveryChoice = "try_again" | "restore" | "read_out" | "open_folder" | "start_anew";

/**
 * Why an archive is not open.
 */
export type RecoveryState = "locked" | "unsafe_folder" | "newer" | "not_an_archive" | "missing" | "damaged" | "upgrade_failed" | "disk_full" | "read_only" | "disk_error" | "defect";

/**
 * The register of outgoing documents of a year.
 */
export type Register = { 
/**
 * The year.
 */
year: number, 
/**
 * Years with issued documents, newest first.
 */
years: Array<number>, 
/**
 * Every count of numbers by itself.
 */
strands: Array<Strand>, };

/**
 * Asks for the register of a year.
 */
export type RegisterFilter = { 
/**
 * The year; none = the current one.
 */
year: number | null, };

/**
 * A line of the register.
 */
export type RegisterRow = { 
/**
 * What it is.
 */
kind: RegisterRowKind, 
/**
 * Number: `15`, `15a`; of a gap its first.
 */
number: string, 
/**
 * Last number of a gap.
 */
until: number | null, 
/**
 * `doc-12`.
 */
document: string | null, 
/**
 * Số, ký hiệu.
 */
numberAndSymbol: string, 
/**
 * Ngày tháng văn bản.
 */
date: string | null, 
/**
 * Tên loại và trích yếu; of a note what the officer wrote.
 */
title: string, 
/**
 * Người ký.
 */
signer: string, 
/**
 * Nơi nhận văn bản.
 */
distribution: string, 
/**
 * Đơn vị, người nhận bản lưu.
 */
keptBy: string, 
/**
 * Số lượng bản.
 */
copies: string, 
/**
 * Ngày chuyển.
 */
sentOn: string, 
/**
 * Ghi chú.
 */
remark: string, 
/**
 * What is odd about it.
 */
problems: Array<Problem>, };

/**
 * What a line of the register is.
 */
export type RegisterRowKind = "document" | "note" | "gap";

/**
 * Takes a series away.
 */
export type RemoveSeries = { 
/**
 * Place in the list of `number_series`, from 0.
 */
index: number, };

/**
 * Gives a saved search another name.
 */
export type RenameSearch = { 
/**
 * The name it has.
 */
name: string, 
/**
 * The name it gets.
 */
newName: string, };

/**
 * A unit is called otherwise from a day on.
 */
export type RenameUnit = { 
/**
 * `unit-3`.
 */
id: string, 
/**
 * The new name.
 */
name: string, 
/**
 * From which day.
 */
day: string, };

/**
 * Goes back to a backup.
 */
export type Restore = { 
/**
 * Its name; empty for the newest that can be used.
 */
name: string, 
/**
 * The folder it is in, when not one of the archive's own.
 */
path: string | null, };

/**
 * What was gone back to.
 */
export type Restored = { 
/**
 * When the backup was made, RFC 3339 local time.
 */
madeAt: string, 
/**
 * The backup made of what was there before.
 */
safety: string | null, 
/**
 * The name under which the damaged database was set aside.
 */
aside: string | null, 
/**
 * Kept files copied back.
 */
files: number, 
/**
 * Kept files that were found nowhere.
 */
missing: number, };

/**
 * A rule of retention.
 */
export type RetentionRuleBrief = { 
/**
 * The kind of file.
 */
name: string, 
/**
 * How long.
 */
period: string, };

/**
 * The periods and rules that the program knows.
 */
export type RetentionRules = { 
/**
 * A rule for each kind of file: its name and period.
 */
rules: Array<RetentionRuleBrief>, 
/**
 * The text they rest on and from when it is counted.
 */
source: string, 
/**
 * Why that is to be checked.
 */
unverified: string | null, 
/**
 * Rules of hand-over.
 */
handOver: Array<HandOverRule>, };

/**
 * How long a dossier is kept.
 */
export type RetentionView = { 
/**
 * The proposed period.
 */
proposed: string, 
/**
 * The parts that have a period, the longest first, each with its own.
 */
reasons: Array<string>, 
/**
 * The text it rests on and from when it is counted.
 */
source: string, 
/**
 * Why that is to be checked; none when it is certain.
 */
unverified: string | null, };

/**
 * A round in a list.
 */
export type RoundBrief = { 
/**
 * `round-1`.
 */
id: string, 
/**
 * `Tổng kết năm 2025`.
 */
name: string, 
/**
 * Year of the achievements.
 */
year: number, 
/**
 * Nominations by type of honoree.
 */
collectives: number, 
/**
 * Households.
 */
households: number, 
/**
 * Individuals.
 */
individuals: number, 
/**
 * Nominations with an open question.
 */
questions: number, 
/**
 * The step that comes next.
 */
nextStep: RoundStep, };

/**
 * Filters for rounds.
 */
export type RoundFilter = { 
/**
 * Part of the name, marks optional; empty = all.
 */
text: string, 
/**
 * In which order.
 */
order: RoundOrder, 
/**
 * The other way round.
 */
reverse: boolean, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows; at most 1,000.
 */
count: number, };

/**
 * In which order rounds are listed.
 */
export type RoundOrder = "newest" | "name" | "year" | "nominations" | "questions";

/**
 * A page of rounds.
 */
export type RoundPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<RoundBrief>, };

/**
 * The eight steps of a round.
 */
export type RoundStep = "list" | "check" | "council" | "submission" | "decision" | "certificates" | "presentation" | "archive";

/**
 * A round with what is about it; its nominations come by themselves, a page at a time.
 */
export type RoundView = { 
/**
 * As in lists.
 */
brief: RoundBrief, 
/**
 * Each step and whether it is done.
 */
steps: Array<StepState>, 
/**
 * How many nominations it has.
 */
nominations: number, 
/**
 * Papers drafted for it.
 */
documents: Array<DocumentBrief>, 
/**
 * How many files it has: workbooks that were imported, what was attached.
 */
files: number, };

/**
 * What became of a thing.
 */
export type RowFate = "made" | "changed" | "removed";

/**
 * What became of an imported row.
 */
export type RowOutcome = "added" | "skipped" | "failed";

/**
 * What a row of a workbook is.
 */
export type RowVerdict = "outside" | "header" | "section" | "total" | "new" | "known" | "repeated" | "question";

/**
 * A page of what belongs to one thing.
 */
export type RowsOf = { 
/**
 * The thing.
 */
id: string, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows; at most 1,000.
 */
count: number, };

/**
 * Completes a dossier; what is not named stays.
 */
export type SaveDossier = { 
/**
 * The conference or decision.
 */
id: string, 
/**
 * Values by field; an empty one takes the proposal again.
 */
values: { [key in string]: string }, 
/**
 * Papers by key.
 */
papers: { [key in string]: ChoosePaper }, };

/**
 * Writes a kept file out, byte for byte.
 */
export type SaveFile = { 
/**
 * File.
 */
id: string, 
/**
 * Where to.
 */
path: string, };

/**
 * Adds or changes a series.
 */
export type SaveSeries = { 
/**
 * Place in the list of `number_series`, from 0; none adds one.
 */
index: number | null, 
/**
 * The series.
 */
series: NumberSeries, };

/**
 * Changes the form of papers. What is left out stays.
 */
export type SaveStyle = { 
/**
 * First goes back to the decree's sample in every measure.
 */
reset: boolean, 
/**
 * Measures by key.
 */
set: { [key in string]: number }, 
/**
 * The serif.
 */
serif: SerifChoice | null, };

/**
 * A search with a name.
 */
export type SavedSearch = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it asks.
 */
search: Search, };

/**
 * Searches everything. Without text, filters alone find awards.
 */
export type Search = { 
/**
 * What was typed.
 */
text: string, 
/**
 * Only these kinds of things; empty = all.
 */
things: Array<HitKind>, 
/**
 * What narrows it.
 */
filter: SearchFilter, 
/**
 * First hit of each kind, from 0.
 */
from: number, 
/**
 * At most how many hits of each kind; 0 = 50.
 */
count: number, };

/**
 * What narrows a search.
 */
export type SearchFilter = { 
/**
 * First year.
 */
yearFrom: number | null, 
/**
 * Last year.
 */
yearTo: number | null, 
/**
 * Kind id, or the words before a hyphen of it for all that begin so: `merit` for every Bằng khen.
 */
kind: string | null, 
/**
 * Who confers.
 */
authority: Authority | null, 
/**
 * Given at, or about, this conference: `conf-1`.
 */
conference: string | null, 
/**
 * The unit, marks and case apart; where none is called so, part of its name. Empty = all.
 */
unit: string, 
/**
 * Type of honoree.
 */
honoreeType: HonoreeType | null, };

/**
 * A series of numbers with its identifier.
 */
export type SeriesView = { 
/**
 * Identifier; none while it is only the usual one.
 */
id: number | null, 
/**
 * The series.
 */
series: NumberSeries, };

/**
 * The serif of papers.
 */
export type SerifChoice = "times" | "liberation";

/**
 * Which serif papers are set in, and why.
 */
export type SerifInUse = { 
/**
 * What the officer chose.
 */
choice: SerifChoice, 
/**
 * Family in use.
 */
family: string, 
/**
 * Why it is not the one chosen.
 */
why: Problem | null, };

/**
 * Keeps that two honorees are not the same, or forgets that.
 */
export type SetDifferent = { 
/**
 * One.
 */
one: string, 
/**
 * The other.
 */
other: string, 
/**
 * False to ask again.
 */
different: boolean, };

/**
 * Sets a field; `None` takes the officer's own value away.
 */
export type SetField = { 
/**
 * Document.
 */
id: string, 
/**
 * Field.
 */
key: string, 
/**
 * Value.
 */
value: string | null, };

/**
 * Sets, changes or takes away the password of the window.
 */
export type SetLock = { 
/**
 * The password so far; empty when there is none.
 */
current: string, 
/**
 * The new one; empty takes it away, none keeps it.
 */
password: string | null, 
/**
 * Locks by itself after so many idle minutes; 0 = never.
 */
minutes: number, };

/**
 * Sets one setting.
 */
export type SetSetting = { 
/**
 * `language`, `theme`.
 */
name: string, 
/**
 * The new value.
 */
value: string, };

/**
 * Anything by its identifier, for the command line's `show`.
 */
export type Shown = { 
/**
 * Kind of thing.
 */
kind: HitKind, 
/**
 * Identifier.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * The whole view, as the window gets it.
 */
view: JsonValue, };

/**
 * How many nominations each sieve keeps.
 */
export type SieveCounts = { 
/**
 * Without a finding.
 */
fine: number, 
/**
 * With a finding.
 */
check: number, 
/**
 * Whose award kind was not understood.
 */
unclear: number, 
/**
 * Not yet decided about.
 */
undecided: number, };

/**
 * The person who signs and with what power.
 */
export type Signatory = { 
/**
 * Name, no degree or title before it.
 */
name: string, 
/**
 * The person's own position: `Giám đốc`, `Phó Giám đốc`.
 */
position: string, 
/**
 * With what power.
 */
power: Power, };

/**
 * A nomination added after a merge.
 */
export type SinceNomination = { 
/**
 * `nom-9`.
 */
id: string, 
/**
 * Round and award kind.
 */
title: string, };

/**
 * What long work is doing.
 */
export type Stage = "laying_out" | "writing" | "recording" | "copying" | "printing";

/**
 * An empty archive was made.
 */
export type StartedAnew = { 
/**
 * The name under which what was there is set aside.
 */
aside: string | null, };

/**
 * The state of the program that every screen shows.
 */
export type Status = { 
/**
 * Program version.
 */
version: string, 
/**
 * Folder of the archive.
 */
folder: string, 
/**
 * The agency; none at first start.
 */
agency: Agency | null, 
/**
 * What undo would take back, in Vietnamese.
 */
undo: string | null, 
/**
 * What redo would do again.
 */
redo: string | null, 
/**
 * When the last change was saved, RFC 3339 local time.
 */
savedAt: string | null, 
/**
 * How the backups stand.
 */
backup: BackupStanding, 
/**
 * What was met and settled when the archive was opened, to be said quietly.
 */
notices: Array<Problem>, 
/**
 * Settings by name: `language` (`vi`, `en`), `theme` (`light`, `dark`, `system`), and those of `style`.
 */
settings: { [key in string]: string }, 
/**
 * Open rounds, for the navigation.
 */
openRounds: number, 
/**
 * Drafts, for the navigation.
 */
drafts: number, 
/**
 * True on a build for tests: the host may answer dialogs by itself.
 */
testHost: boolean, };

/**
 * A step of a round.
 */
export type StepState = { 
/**
 * Which.
 */
step: RoundStep, 
/**
 * Done?
 */
done: boolean, };

/**
 * Numbers that are counted together.
 */
export type Strand = { 
/**
 * What tells it from the others.
 */
key: string, 
/**
 * Name of the series.
 */
series: string, 
/**
 * Types and body counted: `QĐ-STP`; empty where the series is counted as a whole.
 */
label: string, 
/**
 * First number of the year.
 */
first: number, 
/**
 * The number that comes next.
 */
next: number, 
/**
 * Numbers that nothing on record was given, notes apart.
 */
missing: number, 
/**
 * Numbers given more than once.
 */
twice: number, 
/**
 * Documents, notes and gaps, by number.
 */
rows: Array<RegisterRow>, };

/**
 * Measures of papers and their serif, as the agency has chosen them.
 */
export type Style = { 
/**
 * Every measure, in the order of a paper.
 */
measures: Array<Measure>, 
/**
 * The serif.
 */
serif: SerifInUse, };

/**
 * Units become others from a day on: several into one is a merger, one into several a split. One that is on both
 * sides goes on.
 */
export type SucceedUnits = { 
/**
 * Identifiers, or names of units to be put into the register, of those before.
 */
before: Array<string>, 
/**
 * The same of those after.
 */
after: Array<string>, 
/**
 * From which day.
 */
day: string, };

/**
 * A template.
 */
export type TemplateBrief = { 
/**
 * Stable identifier.
 */
id: string, 
/**
 * Vietnamese name.
 */
name: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * What it is about.
 */
subject: TemplateSubject, 
/**
 * Vietnamese description in a line.
 */
about: string, 
/**
 * English description.
 */
aboutEn: string, 
/**
 * The source of the form, `Nghị định 30/2020/NĐ-CP, Mẫu 1.2`.
 */
source: string, 
/**
 * What to check because no primary source was found, in Vietnamese.
 */
unverified: Array<string>, };

/**
 * What a template is about.
 */
export type TemplateSubject = "round" | "conference" | "any" | "document";

/**
 * What is known of the text of kept files.
 */
export type TextsRead = { 
/**
 * Contents whose text was read.
 */
read: number, 
/**
 * Without text, or of a kind that is not read.
 */
without: number, 
/**
 * Not readable.
 */
failed: number, 
/**
 * Not read yet.
 */
waiting: number, 
/**
 * Those that are not readable, with the reason.
 */
unreadable: Array<UnreadableFile>, };

/**
 * A thing that was changed.
 */
export type ThingChange = { 
/**
 * `Văn bản`, `Đối tượng`.
 */
what: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its identifier, when it has one.
 */
id: string | null, 
/**
 * What became of it.
 */
fate: RowFate, 
/**
 * What is different.
 */
fields: Array<FieldChange>, };

/**
 * Takes the last change back.
 */
export type Undo = { 
/**
 * Also where it issued a document that has left the program: the officer was asked.
 */
asked: boolean, };

/**
 * Which change was taken back, or done again.
 */
export type Undone = { 
/**
 * The change, in Vietnamese.
 */
what: string, };

/**
 * A unit in a list.
 */
export type UnitBrief = { 
/**
 * `unit-3`.
 */
id: string, 
/**
 * Its name now, or its last one.
 */
name: string, 
/**
 * Former names and other writings.
 */
also: Array<string>, 
/**
 * Since when it is no more.
 */
ended: string | null, 
/**
 * How many records name it.
 */
uses: number, };

/**
 * One entry of a unit, by number.
 */
export type UnitEntry = { 
/**
 * Number of the entry.
 */
entry: number, };

/**
 * Asks for units or for texts, a page at a time.
 */
export type UnitFilter = { 
/**
 * Part of any of their names, marks optional; empty = all.
 */
text: string, 
/**
 * First row, from 0.
 */
from: number, 
/**
 * How many rows.
 */
count: number, };

/**
 * A unit before or after another.
 */
export type UnitLink = { 
/**
 * Number of the entry.
 */
entry: number, 
/**
 * `unit-3`.
 */
unit: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Since when.
 */
day: string, };

/**
 * A name of a unit.
 */
export type UnitName = { 
/**
 * Number of the entry.
 */
entry: number, 
/**
 * The name.
 */
name: string, 
/**
 * False for another way of writing it.
 */
official: boolean, 
/**
 * First day; none = as long as known.
 */
from: string | null, 
/**
 * First day of the next name; none = still.
 */
to: string | null, };

/**
 * What is on record under one text.
 */
export type UnitPeriod = { 
/**
 * As written.
 */
text: string, 
/**
 * The unit that had this name.
 */
unit: string, 
/**
 * First year of its awards.
 */
first: number | null, 
/**
 * Last year of them.
 */
last: number | null, 
/**
 * Awards to people of it.
 */
awards: number, 
/**
 * Honorees whose unit it is, as last known.
 */
honorees: number, };

/**
 * A unit of an honoree over some years, as awards name it.
 */
export type UnitSpan = { 
/**
 * As written.
 */
text: string, 
/**
 * The unit of the register.
 */
unit: string | null, 
/**
 * First year.
 */
first: number | null, 
/**
 * Last year; none = now.
 */
last: number | null, };

/**
 * A text that stands for a unit.
 */
export type UnitText = { 
/**
 * As written.
 */
text: string, 
/**
 * How many honorees, nominations and awards have it.
 */
uses: number, };

/**
 * Texts on record that no unit of the register is called.
 */
export type UnitTexts = { 
/**
 * How many.
 */
total: number, 
/**
 * This page of them, the most used first.
 */
rows: Array<UnitText>, };

/**
 * A unit's page.
 */
export type UnitView = { 
/**
 * `unit-3`.
 */
id: string, 
/**
 * Its name now, or its last one.
 */
name: string, 
/**
 * The officer's note.
 */
note: string, 
/**
 * Its names, oldest first, then other writings.
 */
names: Array<UnitName>, 
/**
 * Units that became part of it.
 */
before: Array<UnitLink>, 
/**
 * Units that followed it.
 */
after: Array<UnitLink>, 
/**
 * What is on record under each text.
 */
periods: Array<UnitPeriod>, 
/**
 * Collectives on record that are this unit or one before it.
 */
collectives: Array<NamedThing>, };

/**
 * Units of the register.
 */
export type Units = { 
/**
 * How many match.
 */
total: number, 
/**
 * This page of them.
 */
rows: Array<UnitBrief>, };

/**
 * Takes a merged honoree apart.
 */
export type Unmerge = { 
/**
 * The merged one.
 */
id: string, 
/**
 * Later awards, nominations and files that go with it; everything else that was added since stays.
 */
also: Array<string>, 
/**
 * Keeps that the two are not the same, so that they are not suggested again.
 */
different: boolean, };

/**
 * A file whose text could not be read.
 */
export type UnreadableFile = { 
/**
 * The file.
 */
file: FileBrief, 
/**
 * Why, in Vietnamese.
 */
reason: string, };

/**
 * Writes out what can still be read.
 */
export type WriteReadable = { 
/**
 * Into a new folder inside this one.
 */
path: string, };

/** Every command of the registry: what it takes, what it gives. */
export interface Commands {
  /** State that every screen shows. */
  status: { request: Nothing; response: Status };
  /** Sets language or theme. */
  set_setting: { request: SetSetting; response: Nothing };
  /** Saves the agency's profile. */
  save_agency: { request: Agency; response: Nothing };
  /** The agency's profiles over the years, oldest first. */
  agency_history: { request: Nothing; response: Array<DatedAgency> };
  /** Saves the profile that holds from a day on. */
  save_agency_from: { request: DatedAgency; response: Nothing };
  /** Takes the profile of a day away; the one before it holds on. */
  remove_agency: { request: OneDay; response: Nothing };
  /** Measures of papers with their ranges, and the serif in use. */
  style: { request: Nothing; response: Style };
  /** Changes the measures of papers or their serif. */
  save_style: { request: SaveStyle; response: Style };
  /** A sample paper as SVG pages, with unsaved measures. */
  preview_style: { request: PreviewStyle; response: Pages };
  /** Fills an empty archive with the running example. */
  sample: { request: Nothing; response: Nothing };
  /** What is open and what is recent. */
  home: { request: Nothing; response: Home };
  /** Award kinds. */
  kinds: { request: Nothing; response: Kinds };
  /** Rounds, a page of them. */
  rounds: { request: RoundFilter; response: RoundPage };
  /** One round. */
  round: { request: ById; response: RoundView };
  /** Nominations of a round with what was found about each, a page of them. */
  nominations: { request: NominationFilter; response: NominationPage };
  /** Which nominations those are, without the rows: to select them all. */
  nomination_ids: { request: NominationFilter; response: Ids };
  /** One nomination as in its list. */
  nomination: { request: ById; response: NominationRow };
  /** Makes a round. */
  new_round: { request: NewRound; response: Made };
  /** Renames a round. */
  edit_round: { request: EditRound; response: Nothing };
  /** Takes a round without issued documents away. */
  remove_round: { request: ById; response: Nothing };
  /** Adds or changes a nomination. */
  edit_nomination: { request: EditNomination; response: Made };
  /** Decides about nominations. */
  decide: { request: Decide; response: Count };
  /** Takes nominations away. */
  remove_nominations: { request: ByIds; response: Count };
  /** What a workbook holds. */
  preview_import: { request: PreviewImport; response: ImportPreview };
  /** Imports a workbook. */
  import: { request: Import; response: Imported };
  /** Templates. */
  templates: { request: Nothing; response: Array<TemplateBrief> };
  /** Drafts a document. */
  draft: { request: Draft; response: Made };
  /** Documents, a page of them. */
  documents: { request: DocumentFilter; response: DocumentPage };
  /** One document with its form. */
  document: { request: ById; response: DocumentView };
  /** Sets a field of a draft. */
  set_field: { request: SetField; response: DocumentView };
  /** Pages as SVG, with unsaved values. */
  preview: { request: Preview; response: Pages };
  /** Where the text of a field stands. */
  find_field: { request: FindField; response: Array<FieldPlace> };
  /** Certificates of a decision as SVG pages. */
  preview_certificates: { request: Preview; response: Pages };
  /** Records number and date, freezes, records the awards. */
  issue: { request: Issue; response: Made };
  /** Takes a draft away. */
  remove_document: { request: ById; response: Nothing };
  /** Writes the PDF for signing. */
  export: { request: Export; response: Exported };
  /** Writes one certificate a page for every honoree of a decision. */
  certificates: { request: Export; response: Exported };
  /** Writes one page as a picture. */
  picture: { request: Picture; response: Nothing };
  /** Printers of this PC, the default one first. */
  printers: { request: Nothing; response: PrinterList };
  /** Prints a document or its certificates at 100 %. */
  print: { request: Print; response: Printed };
  /** Conferences, a page of them. */
  conferences: { request: ConferenceFilter; response: ConferencePage };
  /** One conference. */
  conference: { request: ById; response: ConferenceView };
  /** Awards given at a conference in legal order, a page of them. */
  conference_awards: { request: RowsOf; response: HonourPage };
  /** Makes or changes a conference. */
  edit_conference: { request: EditConference; response: Made };
  /** Takes a conference without issued documents away. */
  remove_conference: { request: ById; response: Nothing };
  /** Records awards already decided. */
  record_awards: { request: RecordAwards; response: Count };
  /** Takes recorded awards away. */
  remove_awards: { request: ByIds; response: Count };
  /** Honorees by given name. */
  honorees: { request: HonoreeFilter; response: HonoreePage };
  /** An honoree's page. */
  honoree: { request: ById; response: HonoreeView };
  /** Changes an honoree's data. */
  edit_honoree: { request: EditHonoree; response: Nothing };
  /** Likely duplicates with the reason, the strongest evidence first. */
  duplicates: { request: DuplicateFilter; response: DuplicatePage };
  /** Keeps that two honorees are not the same, or forgets that. */
  set_different: { request: SetDifferent; response: Nothing };
  /** Who is known not to be an honoree, though alike. */
  known_different: { request: ById; response: Array<KnownDifferent> };
  /** Merges honorees into one that stays. */
  merge: { request: Merge; response: Made };
  /** What taking a merged honoree apart would do. */
  merged: { request: ById; response: MergedView };
  /** Takes a merged honoree apart again. */
  unmerge: { request: Unmerge; response: Made };
  /** Units of the register by name. */
  units: { request: UnitFilter; response: Units };
  /** Texts on record that no unit of the register is called. */
  unknown_units: { request: UnitFilter; response: UnitTexts };
  /** Units to offer while one is typed. */
  offered_units: { request: OfferUnits; response: Array<string> };
  /** A unit's page. */
  unit: { request: ById; response: UnitView };
  /** Awards to people of a unit and of those before it, newest first. */
  unit_awards: { request: RowsOf; response: AwardPage };
  /** Honorees of a unit and of those before it. */
  unit_honorees: { request: RowsOf; response: HonoreePage };
  /** Puts a unit into the register. */
  new_unit: { request: NewUnit; response: Made };
  /** A unit is called otherwise from a day on. */
  rename_unit: { request: RenameUnit; response: Nothing };
  /** Units become others from a day on. */
  succeed_units: { request: SucceedUnits; response: Nothing };
  /** Takes a text as another way of writing a unit. */
  put_unit_text: { request: PutUnitText; response: Nothing };
  /** Corrects a name of a unit and its days. */
  edit_unit_name: { request: EditUnitName; response: Nothing };
  /** Takes a name off a unit. */
  remove_unit_name: { request: UnitEntry; response: Nothing };
  /** Takes back that one unit followed another. */
  remove_unit_link: { request: UnitEntry; response: Nothing };
  /** Takes a unit out of the register; records keep their texts. */
  remove_unit: { request: ById; response: Nothing };
  /** Changes the note about a unit. */
  note_unit: { request: NoteUnit; response: Nothing };
  /** Changes an issued document by a new one: drafts it and links the two. */
  amend: { request: Amend; response: Made };
  /** Says what a draft does to an issued document. */
  link_documents: { request: LinkDocuments; response: Nothing };
  /** The register of outgoing documents of a year, with gaps and numbers given twice. */
  register: { request: RegisterFilter; response: Register };
  /** Which number a document would get, and what is odd about one. */
  propose_number: { request: AskNumber; response: NumberProposal };
  /** Series in which the registry gives numbers. */
  number_series: { request: Nothing; response: Array<SeriesView> };
  /** Adds or changes a series. */
  save_series: { request: SaveSeries; response: Nothing };
  /** Takes a series away. */
  remove_series: { request: RemoveSeries; response: Nothing };
  /** Notes what a number was given to outside this archive. */
  note_number: { request: NoteNumber; response: Nothing };
  /** Fills the columns of the register that a document does not tell. */
  fill_register: { request: FillRegister; response: Nothing };
  /** Writes the register as PDF or as a workbook. */
  export_register: { request: ExportRegister; response: ListWritten };
  /** An identity number in full; journalled. */
  show_identity: { request: ById; response: Identity };
  /** Writes the list of a round as a workbook. */
  export_list: { request: ExportList; response: ListWritten };
  /** Searches everything, narrowed by filters; filters alone find awards. */
  search: { request: Search; response: Found };
  /** Writes every hit of a search to an Excel file, a sheet for each kind of thing. */
  export_search: { request: ExportSearch; response: Count };
  /** Searches that the officer named. */
  saved_searches: { request: Nothing; response: Array<SavedSearch> };
  /** Saves a search under a name. */
  save_search: { request: SavedSearch; response: Nothing };
  /** Gives a saved search another name. */
  rename_search: { request: RenameSearch; response: Nothing };
  /** Takes a saved search away. */
  remove_search: { request: ByName; response: Nothing };
  /** Reads the text of kept files that wait for it, for search. */
  read_texts: { request: ReadTexts; response: TextsRead };
  /** Anything by identifier. */
  show: { request: ById; response: Shown };
  /** Files of a thing, a page of them. */
  files: { request: RowsOf; response: FilePage };
  /** Attaches a file. */
  attach: { request: Attach; response: FileBrief };
  /** Writes a kept file out. */
  save_file: { request: SaveFile; response: Nothing };
  /** What happened to one thing or, with an empty id, to everything: a page of entries, newest first. */
  history: { request: History; response: HistoryPage };
  /** What an entry changed, in the officer's words. */
  entry_changes: { request: EntryRequest; response: EntryChanges };
  /** Takes the last change back. */
  undo: { request: Undo; response: Undone };
  /** Does it again. */
  redo: { request: Nothing; response: Undone };
  /** Checks the archive. */
  check: { request: Nothing; response: Checked };
  /** Writes the whole archive to a folder that people can read. */
  export_all: { request: ExportAll; response: FolderWritten };
  /** What a folder of a whole archive holds, every file checked. */
  look_into_folder: { request: PathOnly; response: FolderContent };
  /** Brings a folder of a whole archive into this one, which must be empty. */
  import_all: { request: PathOnly; response: FolderContent };
  /** Dossiers of conferences and decisions, newest first. */
  dossiers: { request: DossierFilter; response: Array<DossierBrief> };
  /** One dossier with its form and its papers. */
  dossier: { request: ById; response: DossierView };
  /** Completes a dossier. */
  save_dossier: { request: SaveDossier; response: DossierView };
  /** Writes a dossier as a package. */
  pack_dossier: { request: PackDossier; response: Packed };
  /** Writes the list of a year's dossiers and the minutes of handing them over. */
  list_dossiers: { request: ListDossiers; response: DossiersListed };
  /** Periods of retention and rules of hand-over. */
  retention: { request: Nothing; response: RetentionRules };
  /** Backups beside the archive and in a folder. */
  backups: { request: ListBackups; response: Backups };
  /** Backs up now, to the officer's folder too. */
  back_up: { request: Nothing; response: BackedUp };
  /** Chooses the folder for backups. */
  choose_backup_folder: { request: ChooseBackupFolder; response: BackupStanding };
  /** Brings missing and changed files back. */
  mend_files: { request: MendFiles; response: Mended };
  /** Why the archive is not open, and what can be done. */
  recovery: { request: ListBackups; response: Recovery };
  /** Opens it again, after the cause is gone. */
  open_again: { request: Nothing; response: Nothing };
  /** Goes back to a backup, after a safety copy. */
  restore: { request: Restore; response: Restored };
  /** Writes out what can still be read. */
  write_readable: { request: WriteReadable; response: Readable };
  /** Sets what is there aside and makes an empty archive. */
  start_anew: { request: Nothing; response: StartedAnew };
}

/** Commands that may change the archive. */
export const CHANGES: ReadonlySet<keyof Commands> = new Set([
  "set_setting",
  "save_agency",
  "save_agency_from",
  "remove_agency",
  "save_style",
  "sample",
  "new_round",
  "edit_round",
  "remove_round",
  "edit_nomination",
  "decide",
  "remove_nominations",
  "import",
  "draft",
  "set_field",
  "issue",
  "remove_document",
  "export",
  "certificates",
  "edit_conference",
  "remove_conference",
  "record_awards",
  "remove_awards",
  "edit_honoree",
  "set_different",
  "merge",
  "unmerge",
  "new_unit",
  "rename_unit",
  "succeed_units",
  "put_unit_text",
  "edit_unit_name",
  "remove_unit_name",
  "remove_unit_link",
  "remove_unit",
  "note_unit",
  "amend",
  "link_documents",
  "save_series",
  "remove_series",
  "note_number",
  "fill_register",
  "show_identity",
  "export_list",
  "save_search",
  "rename_search",
  "remove_search",
  "attach",
  "undo",
  "redo",
  "export_all",
  "import_all",
  "save_dossier",
  "back_up",
  "choose_backup_folder",
  "mend_files",
  "open_again",
  "restore",
  "start_anew",
]);
