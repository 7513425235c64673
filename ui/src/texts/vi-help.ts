export const help = {
  title: "Trợ giúp",
  sections: [] as { id: string; title: string; body: string[]; steps: string[] }[],
  keysTitle: "Phím tắt",
  keys: [] as [string, string][],
};
