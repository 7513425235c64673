//! The one registry of commands: every command once, with its request, its response and whether it changes the
//! archive. The desktop window, the command line and the loopback test host all serve exactly this list, and the
//! TypeScript types are generated from it. Bodies are methods of [`Office`] in the files named for their subject.

use crate::{Closed, Office, wire::*};
use serde_json::Value;

/// Whether a command may change the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Only reads.
    Reads,
    /// Changes the archive: what is shown must be asked again.
    Changes,
}

/// One command as hosts see it.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Name.
    pub name: &'static str,
    /// Reads or changes.
    pub effect: Effect,
    /// One line in English for developers.
    pub about: &'static str,
}

macro_rules! commands {
    ($host:ty as $all:ident, $call:ident, $types:ident: $($(#[doc = $about:literal])+ $effect:ident $name:ident($request:ty) -> $response:ty;)*) => {
        #[doc = concat!("All commands of [`", stringify!($host), "`].")]
        pub const $all: &[Command] = &[
            $(Command { name: stringify!($name), effect: Effect::$effect, about: concat!($($about),+) }),*
        ];

        /// Runs a command by name with a JSON request.
        ///
        /// # Errors
        /// The command's own [`Problem`], `unknown-command`, or `bad-request` when the request has another shape.
        pub fn $call(host: &mut $host, name: &str, request: Value) -> Result<Value, Problem> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(|e| crate::problem::bad_request(name, &e))?;
                    let response: $response = host.$name(request)?;
                    serde_json::to_value(response).map_err(|e| crate::problem::internal(&e))
                })*
                _ => Err(crate::problem::unknown_command(name)),
            }
        }

        /// Calls `visit` for every command with its request and response type.
        pub(crate) fn $types(visit: &mut impl CommandTypes) {
            $(visit.command::<$request, $response>(stringify!($name), concat!($($about),+), Effect::$effect);)*
        }
    };
}

/// Sees the types of every command, to write them in another language.
pub(crate) trait CommandTypes {
    fn command<Request: ts_rs::TS + 'static, Response: ts_rs::TS + 'static>(
        &mut self,
        name: &'static str,
        about: &'static str,
        effect: Effect,
    );
}

commands! { Office as COMMANDS, call, each_type:
    /// State that every screen shows.
    Reads status(Nothing) -> Status;
    /// Sets language or theme.
    Changes set_setting(SetSetting) -> Nothing;
    /// Saves the agency's profile.
    Changes save_agency(commendation::Agency) -> Nothing;
    /// The agency's profiles over the years, oldest first.
    Reads agency_history(Nothing) -> Vec<DatedAgency>;
    /// Saves the profile that holds from a day on.
    Changes save_agency_from(DatedAgency) -> Nothing;
    /// Takes the profile of a day away; the one before it holds on.
    Changes remove_agency(OneDay) -> Nothing;
    /// Measures of papers with their ranges, and the serif in use.
    Reads style(Nothing) -> Style;
    /// Changes the measures of papers or their serif.
    Changes save_style(SaveStyle) -> Style;
    /// A sample paper as SVG pages, with unsaved measures.
    Reads preview_style(PreviewStyle) -> Pages;
    /// Fills an empty archive with the running example.
    Changes sample(Nothing) -> Nothing;
    /// What is open and what is recent.
    Reads home(Nothing) -> Home;
    /// Award kinds.
    Reads kinds(Nothing) -> Kinds;

    /// Rounds, a page of them.
    Reads rounds(RoundFilter) -> RoundPage;
    /// One round.
    Reads round(ById) -> RoundView;
    /// Nominations of a round with what was found about each, a page of them.
    Reads nominations(NominationFilter) -> NominationPage;
    /// Which nominations those are, without the rows: to select them all.
    Reads nomination_ids(NominationFilter) -> Ids;
    /// One nomination as in its list.
    Reads nomination(ById) -> NominationRow;
    /// Makes a round.
    Changes new_round(NewRound) -> Made;
    /// Renames a round.
    Changes edit_round(EditRound) -> Nothing;
    /// Takes a round without issued documents away.
    Changes remove_round(ById) -> Nothing;
    /// Adds or changes a nomination.
    Changes edit_nomination(EditNomination) -> Made;
    /// Decides about nominations.
    Changes decide(Decide) -> Count;
    /// Takes nominations away.
    Changes remove_nominations(ByIds) -> Count;
    /// What a workbook holds.
    Reads preview_import(PreviewImport) -> ImportPreview;
    /// Imports a workbook.
    Changes import(Import) -> Imported;

    /// Templates.
    Reads templates(Nothing) -> Vec<TemplateBrief>;
    /// Drafts a document.
    Changes draft(Draft) -> Made;
    /// Documents, a page of them.
    Reads documents(DocumentFilter) -> DocumentPage;
    /// One document with its form.
    Reads document(ById) -> DocumentView;
    /// Sets a field of a draft.
    Changes set_field(SetField) -> DocumentView;
    /// Pages as SVG, with unsaved values.
    Reads preview(Preview) -> Pages;
    /// Where the text of a field stands.
    Reads find_field(FindField) -> Vec<FieldPlace>;
    /// Certificates of a decision as SVG pages.
    Reads preview_certificates(Preview) -> Pages;
    /// Records number and date, freezes, records the awards.
    Changes issue(Issue) -> Made;
    /// Takes a draft away.
    Changes remove_document(ById) -> Nothing;
    /// Writes the PDF for signing.
    Changes export(Export) -> Exported;
    /// Writes one certificate a page for every honoree of a decision.
    Changes certificates(Export) -> Exported;
    /// Writes one page as a picture.
    Reads picture(Picture) -> Nothing;
    /// Printers of this PC, the default one first.
    Reads printers(Nothing) -> PrinterList;
    /// Prints a document or its certificates at 100 %.
    Reads print(Print) -> Printed;

    /// Conferences, a page of them.
    Reads conferences(ConferenceFilter) -> ConferencePage;
    /// One conference.
    Reads conference(ById) -> ConferenceView;
    /// Awards given at a conference in legal order, a page of them.
    Reads conference_awards(RowsOf) -> HonourPage;
    /// Makes or changes a conference.
    Changes edit_conference(EditConference) -> Made;
    /// Takes a conference without issued documents away.
    Changes remove_conference(ById) -> Nothing;
    /// Records awards already decided.
    Changes record_awards(RecordAwards) -> Count;
    /// Takes recorded awards away.
    Changes remove_awards(ByIds) -> Count;

    /// Honorees by given name.
    Reads honorees(HonoreeFilter) -> HonoreePage;
    /// An honoree's page.
    Reads honoree(ById) -> HonoreeView;
    /// Changes an honoree's data.
    Changes edit_honoree(EditHonoree) -> Nothing;
    /// Likely duplicates with the reason, the strongest evidence first.
    Reads duplicates(DuplicateFilter) -> DuplicatePage;
    /// Keeps that two honorees are not the same, or forgets that.
    Changes set_different(SetDifferent) -> Nothing;
    /// Who is known not to be an honoree, though alike.
    Reads known_different(ById) -> Vec<KnownDifferent>;
    /// Merges honorees into one that stays.
    Changes merge(Merge) -> Made;
    /// What taking a merged honoree apart would do.
    Reads merged(ById) -> MergedView;
    /// Takes a merged honoree apart again.
    Changes unmerge(Unmerge) -> Made;

    /// Units of the register by name.
    Reads units(UnitFilter) -> Units;
    /// Texts on record that no unit of the register is called.
    Reads unknown_units(UnitFilter) -> UnitTexts;
    /// Units to offer while one is typed.
    Reads offered_units(OfferUnits) -> Vec<String>;
    /// A unit's page.
    Reads unit(ById) -> UnitView;
    /// Awards to people of a unit and of those before it, newest first.
    Reads unit_awards(RowsOf) -> AwardPage;
    /// Honorees of a unit and of those before it.
    Reads unit_honorees(RowsOf) -> HonoreePage;
    /// Puts a unit into the register.
    Changes new_unit(NewUnit) -> Made;
    /// A unit is called otherwise from a day on.
    Changes rename_unit(RenameUnit) -> Nothing;
    /// Units become others from a day on.
    Changes succeed_units(SucceedUnits) -> Nothing;
    /// Takes a text as another way of writing a unit.
    Changes put_unit_text(PutUnitText) -> Nothing;
    /// Corrects a name of a unit and its days.
    Changes edit_unit_name(EditUnitName) -> Nothing;
    /// Takes a name off a unit.
    Changes remove_unit_name(UnitEntry) -> Nothing;
    /// Takes back that one unit followed another.
    Changes remove_unit_link(UnitEntry) -> Nothing;
    /// Takes a unit out of the register; records keep their texts.
    Changes remove_unit(ById) -> Nothing;
    /// Changes the note about a unit.
    Changes note_unit(NoteUnit) -> Nothing;

    /// Changes an issued document by a new one: drafts it and links the two.
    Changes amend(Amend) -> Made;
    /// Says what a draft does to an issued document.
    Changes link_documents(LinkDocuments) -> Nothing;
    /// The register of outgoing documents of a year, with gaps and numbers given twice.
    Reads register(RegisterFilter) -> Register;
    /// Which number a document would get, and what is odd about one.
    Reads propose_number(AskNumber) -> NumberProposal;
    /// Series in which the registry gives numbers.
    Reads number_series(Nothing) -> Vec<SeriesView>;
    /// Adds or changes a series.
    Changes save_series(SaveSeries) -> Nothing;
    /// Takes a series away.
    Changes remove_series(RemoveSeries) -> Nothing;
    /// Notes what a number was given to outside this archive.
    Changes note_number(NoteNumber) -> Nothing;
    /// Fills the columns of the register that a document does not tell.
    Changes fill_register(FillRegister) -> Nothing;
    /// Writes the register as PDF or as a workbook.
    Reads export_register(ExportRegister) -> ListWritten;
    /// An identity number in full; journalled.
    Changes show_identity(ById) -> Identity;
    /// Writes the list of a round as a workbook.
    Changes export_list(ExportList) -> ListWritten;

    /// Searches everything, narrowed by filters; filters alone find awards.
    Reads search(Search) -> Found;
    /// Writes every hit of a search to an Excel file, a sheet for each kind of thing.
    Reads export_search(ExportSearch) -> Count;
    /// Searches that the officer named.
    Reads saved_searches(Nothing) -> Vec<SavedSearch>;
    /// Saves a search under a name.
    Changes save_search(SavedSearch) -> Nothing;
    /// Gives a saved search another name.
    Changes rename_search(RenameSearch) -> Nothing;
    /// Takes a saved search away.
    Changes remove_search(ByName) -> Nothing;
    /// Reads the text of kept files that wait for it, for search.
    Reads read_texts(ReadTexts) -> TextsRead;
    /// Anything by identifier.
    Reads show(ById) -> Shown;
    /// Files of a thing, a page of them.
    Reads files(RowsOf) -> FilePage;
    /// Attaches a file.
    Changes attach(Attach) -> FileBrief;
    /// Writes a kept file out.
    Reads save_file(SaveFile) -> Nothing;

    /// What happened to one thing or, with an empty id, to everything: a page of entries, newest first.
    Reads history(History) -> HistoryPage;
    /// What an entry changed, in the officer's words.
    Reads entry_changes(EntryRequest) -> EntryChanges;
    /// Takes the last change back.
    Changes undo(Undo) -> Undone;
    /// Does it again.
    Changes redo(Nothing) -> Undone;
    /// Checks the archive.
    Reads check(Nothing) -> Checked;

    /// Writes the whole archive to a folder that people can read.
    Changes export_all(ExportAll) -> FolderWritten;
    /// What a folder of a whole archive holds, every file checked.
    Reads look_into_folder(PathOnly) -> FolderContent;
    /// Brings a folder of a whole archive into this one, which must be empty.
    Changes import_all(PathOnly) -> FolderContent;

    /// Dossiers of conferences and decisions, newest first.
    Reads dossiers(DossierFilter) -> Vec<DossierBrief>;
    /// One dossier with its form and its papers.
    Reads dossier(ById) -> DossierView;
    /// Completes a dossier.
    Changes save_dossier(SaveDossier) -> DossierView;
    /// Writes a dossier as a package.
    Reads pack_dossier(PackDossier) -> Packed;
    /// Writes the list of a year's dossiers and the minutes of handing them over.
    Reads list_dossiers(ListDossiers) -> DossiersListed;
    /// Periods of retention and rules of hand-over.
    Reads retention(Nothing) -> RetentionRules;
    /// Backups beside the archive and in a folder.
    Reads backups(ListBackups) -> Backups;
    /// Backs up now, to the officer's folder too.
    Changes back_up(Nothing) -> BackedUp;
    /// Chooses the folder for backups.
    Changes choose_backup_folder(ChooseBackupFolder) -> BackupStanding;
    /// Brings missing and changed files back.
    Changes mend_files(MendFiles) -> Mended;
}

// What is done to an archive as a whole, while it is not open. A host that has it open leaves it first; after a command
// that changes something it opens it again.
commands! { Closed as CLOSED_COMMANDS, call_closed, each_closed_type:
    /// Why the archive is not open, and what can be done.
    Reads recovery(ListBackups) -> Recovery;
    /// Opens it again, after the cause is gone.
    Changes open_again(Nothing) -> Nothing;
    /// Goes back to a backup, after a safety copy.
    Changes restore(Restore) -> Restored;
    /// Writes out what can still be read.
    Reads write_readable(WriteReadable) -> Readable;
    /// Sets what is there aside and makes an empty archive.
    Changes start_anew(Nothing) -> StartedAnew;
}
