//! stubs
use crate::{Office, wire::*};
#[allow(missing_docs)]
impl Office {
    pub fn status(&mut self, _r: Nothing) -> Result<Status, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn set_setting(&mut self, _r: SetSetting) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn save_agency(&mut self, _r: commendation::Agency) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn sample(&mut self, _r: Nothing) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn home(&mut self, _r: Nothing) -> Result<Home, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn kinds(&mut self, _r: Nothing) -> Result<Kinds, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn rounds(&mut self, _r: Nothing) -> Result<Vec<RoundBrief>, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn round(&mut self, _r: ById) -> Result<RoundView, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn new_round(&mut self, _r: NewRound) -> Result<Made, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn edit_round(&mut self, _r: EditRound) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn remove_round(&mut self, _r: ById) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn edit_nomination(&mut self, _r: EditNomination) -> Result<Made, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn decide(&mut self, _r: Decide) -> Result<Count, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn remove_nominations(&mut self, _r: ByIds) -> Result<Count, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn preview_import(&mut self, _r: PreviewImport) -> Result<ImportPreview, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn import(&mut self, _r: Import) -> Result<Imported, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn templates(&mut self, _r: Nothing) -> Result<Vec<TemplateBrief>, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn draft(&mut self, _r: Draft) -> Result<Made, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn documents(&mut self, _r: DocumentFilter) -> Result<Vec<DocumentBrief>, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn document(&mut self, _r: ById) -> Result<DocumentView, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn set_field(&mut self, _r: SetField) -> Result<DocumentView, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn preview(&mut self, _r: Preview) -> Result<Pages, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn preview_certificates(&mut self, _r: Preview) -> Result<Pages, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn issue(&mut self, _r: Issue) -> Result<Made, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn remove_document(&mut self, _r: ById) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn export(&mut self, _r: Export) -> Result<Exported, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn certificates(&mut self, _r: Export) -> Result<Exported, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn conferences(&mut self, _r: Nothing) -> Result<Vec<ConferenceBrief>, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn conference(&mut self, _r: ById) -> Result<ConferenceView, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn edit_conference(&mut self, _r: EditConference) -> Result<Made, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn remove_conference(&mut self, _r: ById) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn record_awards(&mut self, _r: RecordAwards) -> Result<Count, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn remove_awards(&mut self, _r: ByIds) -> Result<Count, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn honorees(&mut self, _r: HonoreeFilter) -> Result<HonoreePage, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn honoree(&mut self, _r: ById) -> Result<HonoreeView, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn edit_honoree(&mut self, _r: EditHonoree) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn search(&mut self, _r: Search) -> Result<Vec<Hit>, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn show(&mut self, _r: ById) -> Result<Shown, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn attach(&mut self, _r: Attach) -> Result<FileBrief, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn save_file(&mut self, _r: SaveFile) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn journal(&mut self, _r: ById) -> Result<Vec<JournalEntry>, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn undo(&mut self, _r: Nothing) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn redo(&mut self, _r: Nothing) -> Result<Nothing, Problem> { Err(Problem::new("todo", "todo")) }
    pub fn check(&mut self, _r: Nothing) -> Result<Checked, Problem> { Err(Problem::new("todo", "todo")) }
}
