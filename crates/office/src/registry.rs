//! The one registry of commands: every command once, with its request, its response and whether it changes the
//! archive. The desktop window, the command line and the loopback test host all serve exactly this list, and the
//! TypeScript types are generated from it. Bodies are methods of [`Office`] in the files named for their subject.

use crate::{Office, wire::*};
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
    ($($(#[doc = $about:literal])+ $effect:ident $name:ident($request:ty) -> $response:ty;)*) => {
        /// All commands.
        pub const COMMANDS: &[Command] = &[
            $(Command { name: stringify!($name), effect: Effect::$effect, about: concat!($($about),+) }),*
        ];

        /// Runs a command by name with a JSON request.
        ///
        /// # Errors
        /// The command's own [`Problem`], `unknown-command`, or `bad-request` when the request has another shape.
        pub fn call(office: &mut Office, name: &str, request: Value) -> Result<Value, Problem> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_value(request).map_err(|e| crate::problem::bad_request(name, &e))?;
                    let response: $response = office.$name(request)?;
                    serde_json::to_value(response).map_err(|e| crate::problem::internal(&e))
                })*
                _ => Err(crate::problem::unknown_command(name)),
            }
        }

        /// Calls `visit` for every command with its request and response type.
        pub(crate) fn each_type(visit: &mut impl CommandTypes) {
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

commands! {
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

    /// All rounds, newest first.
    Reads rounds(Nothing) -> Vec<RoundBrief>;
    /// One round.
    Reads round(ById) -> RoundView;
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

    /// Conferences, newest first.
    Reads conferences(Nothing) -> Vec<ConferenceBrief>;
    /// One conference.
    Reads conference(ById) -> ConferenceView;
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
    Reads unit_awards(UnitRows) -> AwardPage;
    /// Honorees of a unit and of those before it.
    Reads unit_honorees(UnitRows) -> HonoreePage;
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

    /// Searches everything.
    Reads search(Search) -> Vec<Hit>;
    /// Anything by identifier.
    Reads show(ById) -> Shown;
    /// Attaches a file.
    Changes attach(Attach) -> FileBrief;
    /// Writes a kept file out.
    Reads save_file(SaveFile) -> Nothing;

    /// What was changed, newest first; about one thing or, with an empty id, all.
    Reads journal(ById) -> Vec<JournalEntry>;
    /// Takes the last change back.
    Changes undo(Nothing) -> Nothing;
    /// Does it again.
    Changes redo(Nothing) -> Nothing;
    /// Checks the archive.
    Reads check(Nothing) -> Checked;
}
