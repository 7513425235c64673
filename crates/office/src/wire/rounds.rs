//! Rounds and nominations.

use super::{DocumentBrief, Problem};
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

    /// Filters for rounds.
    pub struct RoundFilter {
        /// Part of the name, marks optional; empty = all.
        text: String,
        /// In which order.
        order: RoundOrder,
        /// The other way round.
        reverse: bool,
        /// First row, from 0.
        from: u32,
        /// How many rows; at most 1,000.
        count: u32,
    }

    /// A page of rounds.
    pub struct RoundPage {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<RoundBrief>,
    }

    /// A round with what is about it; its nominations come by themselves, a page at a time.
    pub struct RoundView {
        /// As in lists.
        brief: RoundBrief,
        /// Each step and whether it is done.
        steps: Vec<StepState>,
        /// How many nominations it has.
        nominations: u32,
        /// Papers drafted for it.
        documents: Vec<DocumentBrief>,
        /// How many files it has: workbooks that were imported, what was attached.
        files: u32,
    }

    /// A step of a round.
    pub struct StepState {
        /// Which.
        step: RoundStep,
        /// Done?
        done: bool,
    }

    /// Asks for nominations of a round.
    pub struct NominationFilter {
        /// The round.
        round: String,
        /// Only these; none = all.
        sieve: Option<NominationSieve>,
        /// Words in name, position, unit or award, marks optional; empty = all.
        text: String,
        /// In which order, within each authority.
        order: NominationOrder,
        /// The other way round.
        reverse: bool,
        /// First row, from 0.
        from: u32,
        /// How many rows; of whole rows at most 1,000.
        count: u32,
    }

    /// A page of nominations, checked together with all others of the round.
    pub struct NominationPage {
        /// How many match.
        total: u32,
        /// This page of them.
        rows: Vec<NominationRow>,
        /// How many the round has.
        all: u32,
        /// How many of all each sieve keeps.
        sieves: SieveCounts,
        /// Those that match, counted by authority as they stand together.
        groups: Vec<NominationGroup>,
    }

    /// How many nominations each sieve keeps.
    pub struct SieveCounts {
        /// Without a finding.
        fine: u32,
        /// With a finding.
        check: u32,
        /// Whose award kind was not understood.
        unclear: u32,
        /// Not yet decided about.
        undecided: u32,
    }

    /// Nominations for awards of one authority.
    pub struct NominationGroup {
        /// Who confers; none when that was not understood.
        authority: Option<Authority>,
        /// How many.
        count: u32,
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
    /// In which order rounds are listed.
    pub enum RoundOrder {
        /// As they were made, the newest first.
        Newest,
        /// By name.
        Name,
        /// By year.
        Year,
        /// By how many are nominated.
        Nominations,
        /// By how many have an open question.
        Questions,
    }

    /// Which nominations of a round.
    pub enum NominationSieve {
        /// Without a finding.
        Fine,
        /// With a finding.
        Check,
        /// Whose award kind was not understood.
        Unclear,
        /// Not yet decided about.
        Undecided,
    }

    /// In which order nominations of one authority are listed.
    pub enum NominationOrder {
        /// The order of lists.
        List,
        /// By given name.
        Name,
        /// By unit.
        Unit,
        /// By name of the award.
        Kind,
        /// The most findings first.
        Check,
        /// By state.
        State,
    }

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
