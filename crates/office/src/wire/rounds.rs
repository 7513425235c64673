//! Rounds and nominations.

use super::{DocumentBrief, FileBrief, Problem};
use commendation::{Authority, Honoree, NominationState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

wire! {
    /// A round in a list.
    pub struct RoundBrief {
        /// `round-1`.
        id: String,
        /// `Tổng kết năm 2025`.
        name: String,
        /// Year of the achievements.
        year: i32,
        /// Nominations by type of honoree.
        collectives: u32,
        /// Households.
        households: u32,
        /// Individuals.
        individuals: u32,
        /// Nominations with an open question.
        questions: u32,
        /// The step that comes next.
        next_step: RoundStep,
    }

    /// A round with everything in it.
    pub struct RoundView {
        /// As in lists.
        brief: RoundBrief,
        /// Each step and whether it is done.
        steps: Vec<StepState>,
        /// The nominations, in the order of lists.
        nominations: Vec<NominationRow>,
        /// Papers drafted for it.
        documents: Vec<DocumentBrief>,
        /// Workbooks that were imported, oldest first.
        files: Vec<FileBrief>,
    }

    /// A step of a round.
    pub struct StepState {
        /// Which.
        step: RoundStep,
        /// Done?
        done: bool,
    }

    /// One nomination of a round.
    pub struct NominationRow {
        /// `nom-9`.
        id: String,
        /// `hon-4`, the honoree's page.
        honoree_id: String,
        /// Who, as nominated.
        honoree: Honoree,
        /// Award kind id; none when not understood.
        kind: Option<String>,
        /// Name of the award kind as printed, or the list's wording.
        kind_name: String,
        /// Who confers it.
        authority: Option<Authority>,
        /// Achievement.
        achievement: String,
        /// State.
        state: NominationState,
        /// Past awards in short: `CSTĐCS 2023, 2024`.
        past: String,
        /// Findings: from the import and from the rules.
        problems: Vec<Problem>,
        /// Prize in đồng; none when the catalogue names none.
        prize: Option<u64>,
        /// Where it came from: `de-nghi.xlsx, dòng 14`.
        source: Option<String>,
        /// Identity number, masked; empty when there is none.
        identity: String,
    }

    /// Makes a round.
    pub struct NewRound {
        /// Name.
        name: String,
        /// Year; none = the current one.
        year: Option<i32>,
    }

    /// Renames a round.
    pub struct EditRound {
        /// Identifier.
        id: String,
        /// Name.
        name: String,
        /// Year.
        year: i32,
    }

    /// Adds or changes one nomination by hand.
    pub struct EditNomination {
        /// None for a new one.
        id: Option<String>,
        /// The round.
        round: String,
        /// Who.
        honoree: Honoree,
        /// Award kind id.
        kind: Option<String>,
        /// Achievement.
        achievement: String,
        /// Identity number; none leaves it as it is, empty takes it away.
        #[serde(default)]
        identity: Option<String>,
    }

    /// Decides about nominations.
    pub struct Decide {
        /// Nominations.
        ids: Vec<String>,
        /// Their new state.
        state: NominationState,
    }
}

wire_enum! {
    /// The eight steps of a round.
    pub enum RoundStep {
        /// Danh sách.
        List,
        /// Kiểm tra.
        Check,
        /// Hội đồng.
        Council,
        /// Tờ trình.
        Submission,
        /// Quyết định.
        Decision,
        /// Giấy khen.
        Certificates,
        /// Trao tặng.
        Presentation,
        /// Lưu trữ.
        Archive,
    }
}
