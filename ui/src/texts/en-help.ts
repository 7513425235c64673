export const help = {
  title: "Help",
  sections: [] as { id: string; title: string; body: string[]; steps: string[] }[],
  keysTitle: "Keys",
  keys: [] as [string, string][],
};
