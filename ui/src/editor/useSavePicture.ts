/** Writes a page of a document, or of its certificates, as a picture: for a news item or a message. */
import { useCallback } from "react";
import { useNotices } from "../app/notices";
import { useWays } from "../app/ways";
import { call, chooseSave, type DocumentBrief } from "../host";
import { fileName } from "../lib/words";
import { useTexts } from "../texts";

export function useSavePicture(
  brief: DocumentBrief,
  before: () => Promise<void>,
  certificates = false,
): (page: number) => void {
  const t = useTexts();
  const notices = useNotices();
  const ways = useWays();
  const { id, title } = brief;
  return useCallback(
    (page) => {
      const save = async (): Promise<void> => {
        await before();
        const name = certificates ? `${t.certificates.title} - ${title}` : title;
        const path = await chooseSave("picture", fileName(`${t.editor.page(page + 1)} - ${name}`, "png"));
        if (path === null) return;
        await call("picture", { id, page, certificates, path });
        notices.say(t.editor.saved(path), ways.toFile(path));
      };
      void save().catch(notices.fail);
    },
    [before, certificates, id, notices, t, title, ways],
  );
}
