//! The answers about keeping for decades: the whole archive as a folder, dossiers, what is due.

use crate::table::number;
use office::wire::{FolderContent, FolderWritten};

pub(crate) fn exported(done: &FolderWritten) -> String {
    format!(
        "Đã xuất toàn bộ kho ra {}: {} tệp, {} byte. Xem ĐỌC-TÔI.txt trong thư mục.\n",
        done.path,
        number(done.files),
        number(done.bytes)
    )
}

pub(crate) fn imported(done: &FolderContent) -> String {
    format!(
        "Đã nhập toàn bộ kho từ {}.\nVăn bản: {}\nKhen thưởng: {}\nĐối tượng: {}\nHội nghị: {}\nĐợt: {}\nTệp: {}\nDòng nhật ký: {}\n",
        done.path,
        number(done.documents),
        number(done.awards),
        number(done.honorees),
        number(done.conferences),
        number(done.rounds),
        number(done.kept_files),
        number(done.journal)
    )
}
