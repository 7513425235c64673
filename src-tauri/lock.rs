//! The lock of the window: a password of the officer's choice, hashed with Argon2id in a file of this PC.
//!
//! With the PC and not in the archive: an archive is copied, restored and carried to another PC, and must neither carry a
//! password there nor bring an old one back. It keeps eyes out while the officer is away; it encrypts nothing, and whoever
//! can delete the file, as the Windows account can, can open the window. A forgotten password is met that way.

use argon2::{
    Argon2,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString, rand_core::OsRng},
};
use chrono::{DateTime, TimeDelta, Utc};
use office::wire::{LockState, Problem};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};
use unicode_normalization::UnicodeNormalization;

/// Wrong tries that are forgiven; each further one waits, twice as long as the one before.
const FORGIVEN: u32 = 3;
/// The first wait, and the longest.
const FIRST_WAIT: i64 = 5;
const LONGEST_WAIT: i64 = 300;

/// What the file holds.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// Argon2id in PHC form; none when there is no password.
    hash: Option<String>,
    /// Idle minutes; 0 = never.
    minutes: u32,
    /// Wrong tries since the last right one.
    failures: u32,
    /// No try is listened to before.
    wait_until: Option<DateTime<Utc>>,
}

/// The lock of one run of the program.
pub(crate) struct Lock {
    /// None where there is no place to keep it.
    file: Option<PathBuf>,
    state: Mutex<(Kept, bool)>,
}

impl Lock {
    /// Reads the lock; with a password it is closed. A file that cannot be read counts as none: it protects no more than
    /// that anyway, and must not keep the officer from her archive.
    pub(crate) fn open(file: Option<PathBuf>) -> Self {
        let text = file.as_ref().and_then(|file| fs::read_to_string(file).ok());
        let kept: Kept = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let locked = kept.hash.is_some();
        Self { file, state: Mutex::new((kept, locked)) }
    }

    /// No lock, and none can be set.
    #[cfg(test)]
    pub(crate) fn none() -> Self {
        Self::open(None)
    }

    /// How it stands.
    pub(crate) fn state(&self) -> LockState {
        let state = self.hold();
        told(&state)
    }

    /// Refuses while it is closed.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        match self.hold().1 {
            false => Ok(()),
            true => Err(Problem::new("locked", "Chương trình đang khóa.")
                .hint("Hãy nhập mật khẩu để mở khóa. Những gì đang gõ vẫn được giữ.")),
        }
    }

    /// Closes it.
    pub(crate) fn lock(&self) -> Result<LockState, Problem> {
        let mut state = self.hold();
        if state.0.hash.is_none() {
            return Err(Problem::new("no-lock-password", "Chưa đặt mật khẩu khóa.")
                .hint("Hãy đặt mật khẩu ở Thiết lập, mục Khóa cửa sổ."));
        }
        state.1 = true;
        Ok(told(&state))
    }

    /// Opens it with the password.
    pub(crate) fn unlock(&self, password: &str) -> Result<LockState, Problem> {
        let mut state = self.hold();
        self.verify(&mut state.0, password)?;
        state.1 = false;
        Ok(told(&state))
    }

    /// Sets, changes or takes away (empty) the password; none keeps it. What is set already asks for itself first.
    pub(crate) fn set(
        &self,
        current: &str,
        password: Option<&str>,
        minutes: u32,
    ) -> Result<LockState, Problem> {
        let mut state = self.hold();
        self.verify(&mut state.0, current)?;
        match password {
            None => {}
            Some("") => state.0.hash = None,
            Some(password) => state.0.hash = Some(hashed(password)?),
        }
        state.0.minutes = minutes;
        self.keep(&state.0)?;
        Ok(told(&state))
    }

    fn hold(&self) -> MutexGuard<'_, (Kept, bool)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Passes the right password, or any where there is none. Wrong ones are counted, over restarts too.
    fn verify(&self, kept: &mut Kept, password: &str) -> Result<(), Problem> {
        let Some(hash) = &kept.hash else { return Ok(()) };
        let wait = waiting(kept);
        if wait > 0 {
            let message = format!("Đã nhập sai nhiều lần. Hãy đợi {wait} giây rồi thử lại.");
            return Err(Problem::new("lock-wait", message).value("seconds", wait.to_string()));
        }
        let right = PasswordHash::new(hash)
            .is_ok_and(|hash| Argon2::default().verify_password(&normal(password), &hash).is_ok());
        if right {
            if kept.failures > 0 {
                (kept.failures, kept.wait_until) = (0, None);
                self.keep(kept)?;
            }
            return Ok(());
        }
        kept.failures = kept.failures.saturating_add(1);
        if let Some(over) = kept.failures.checked_sub(FORGIVEN) {
            let seconds = (FIRST_WAIT << over.min(10)).min(LONGEST_WAIT);
            kept.wait_until = Utc::now().checked_add_signed(TimeDelta::seconds(seconds));
        }
        self.keep(kept)?;
        Err(Problem::new("wrong-password", "Mật khẩu không đúng.")
            .hint("Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt.")
            .field("password"))
    }

    fn keep(&self, kept: &Kept) -> Result<(), Problem> {
        let failed = |detail: String| {
            Problem::new("lock-not-kept", format!("Không lưu được mật khẩu khóa trên máy này: {detail}."))
                .value("detail", detail)
        };
        let file =
            self.file.as_ref().ok_or_else(|| failed("không có thư mục dữ liệu của người dùng".into()))?;
        let text = serde_json::to_string_pretty(kept).map_err(|error| failed(error.to_string()))?;
        let part = file.with_extension("part");
        let parent = file.parent().map_or(Ok(()), fs::create_dir_all);
        let written = parent.and_then(|()| fs::write(&part, text)).and_then(|()| fs::rename(&part, file));
        written.map_err(|error| failed(error.to_string()))
    }
}

fn told(state: &(Kept, bool)) -> LockState {
    let (kept, locked) = state;
    let wait = u32::try_from(waiting(kept)).unwrap_or_default();
    LockState {
        has_password: kept.hash.is_some(),
        locked: *locked,
        minutes: kept.minutes,
        wait_seconds: wait,
    }
}

/// Seconds until a try is listened to. A clock set back does not make it longer than the longest wait.
fn waiting(kept: &Kept) -> i64 {
    let Some(until) = kept.wait_until else { return 0 };
    // Rounded up, so that 0 means that it is over.
    ((until - Utc::now()).num_milliseconds() + 999).div_euclid(1000).clamp(0, LONGEST_WAIT)
}

/// One form of what was typed: Unikey may send a letter whole or in parts.
fn normal(password: &str) -> Vec<u8> {
    password.nfc().collect::<String>().into_bytes()
}

fn hashed(password: &str) -> Result<String, Problem> {
    let salt = SaltString::generate(&mut OsRng);
    let hash = Argon2::default().hash_password(&normal(password), &salt);
    hash.map(|hash| hash.to_string()).map_err(|error| {
        Problem::new("internal", format!("Chương trình gặp lỗi bên trong: {error}"))
            .value("detail", error.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_tries_slow_down_over_a_restart_too() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("lock.json");
        let lock = Lock::open(Some(file.clone()));
        assert_eq!(lock.lock().unwrap_err().code, "no-lock-password");
        lock.set("", Some("Mật khẩu"), 15).expect("set");
        lock.lock().expect("closed");
        for _ in 0..FORGIVEN {
            assert_eq!(lock.unlock("sai").unwrap_err().code, "wrong-password");
        }
        assert!(lock.state().wait_seconds > 0);
        let again = Lock::open(Some(file.clone()));
        assert_eq!(again.unlock("Mật khẩu").unwrap_err().code, "lock-wait", "not even the right one");
        // The wait is over.
        let text = fs::read_to_string(&file).expect("kept");
        let mut kept: Kept = serde_json::from_str(&text).expect("JSON");
        assert!(!text.contains("khẩu"), "no password in it: {text}");
        assert!(text.contains("$argon2id$"), "{text}");
        kept.wait_until = Some(Utc::now() - TimeDelta::seconds(1));
        fs::write(&file, serde_json::to_string(&kept).expect("JSON")).expect("written");
        let later = Lock::open(Some(file.clone()));
        let open =
            later.unlock("Ma\u{302}\u{323}t kh\u{e2}\u{309}u").expect("decomposed letters are the same");
        assert_eq!((open.locked, open.wait_seconds, open.minutes), (false, 0, 15));
        assert_eq!(Lock::open(Some(file)).hold().0.failures, 0, "a right one begins anew");
    }

    #[test]
    fn a_password_is_changed_and_taken_away_only_by_who_knows_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("lock.json");
        let lock = Lock::open(Some(file.clone()));
        lock.set("", Some("một"), 0).expect("set");
        assert_eq!(lock.set("sai", Some("hai"), 0).unwrap_err().code, "wrong-password");
        lock.set("một", None, 5).expect("minutes alone");
        lock.set("một", Some("hai"), 5).expect("changed");
        lock.lock().expect("closed");
        assert!(lock.unlock("một").is_err() && lock.unlock("hai").is_ok());
        lock.set("hai", Some(""), 0).expect("taken away");
        assert!(!Lock::open(Some(file.clone())).state().has_password);
        fs::write(&file, "hỏng").expect("written");
        assert!(!Lock::open(Some(file)).state().locked, "a damaged file keeps nobody out");
        assert_eq!(
            Lock::none().set("", Some("x"), 0).unwrap_err().code,
            "lock-not-kept",
            "no place to keep it"
        );
    }
}
