/** A few award kinds for the fake host. */
import type { Authority, AwardCategory, AwardKind, HonoreeType } from "../types";

function kind(
  id: string,
  name: string,
  short: string,
  category: AwardCategory,
  authority: Authority,
  prizes: [HonoreeType, number][],
  article: string,
): AwardKind {
  return {
    id,
    name,
    short,
    aliases: [],
    category,
    authority,
    honoreeTypes: prizes.map(([type]) => type),
    prizeThousandths: prizes,
    validFrom: "2024-01-01",
    validTo: null,
    article,
    unverified: false,
  };
}

const law = (article: number): string => `Điều ${article} Luật Thi đua, khen thưởng 2022`;

export const kinds: AwardKind[] = [
  kind(
    "emulation-fighter-base",
    "Chiến sĩ thi đua cơ sở",
    "CSTĐCS",
    "emulation_title",
    "department_director",
    [["individual", 1000]],
    law(23),
  ),
  kind(
    "advanced-labourer",
    "Lao động tiên tiến",
    "LĐTT",
    "emulation_title",
    "department_director",
    [["individual", 300]],
    law(24),
  ),
  kind(
    "advanced-labour-collective",
    "Tập thể lao động tiên tiến",
    "TTLĐTT",
    "emulation_title",
    "department_director",
    [["collective", 800]],
    law(28),
  ),
  kind(
    "commendation-director",
    "Giấy khen của Giám đốc Sở",
    "GK",
    "form",
    "department_director",
    [
      ["individual", 300],
      ["collective", 600],
      ["household", 450],
    ],
    law(75),
  ),
  kind(
    "emulation-fighter-province",
    "Chiến sĩ thi đua cấp tỉnh",
    "CSTĐT",
    "emulation_title",
    "province_chair",
    [["individual", 3000]],
    law(22),
  ),
  kind(
    "merit-province",
    "Bằng khen của Chủ tịch UBND tỉnh",
    "BK",
    "form",
    "province_chair",
    [
      ["individual", 1500],
      ["collective", 3000],
      ["household", 2250],
    ],
    law(74),
  ),
  kind(
    "merit-minister",
    "Bằng khen của Bộ trưởng Bộ Tư pháp",
    "BKBT",
    "form",
    "minister",
    [
      ["individual", 1500],
      ["collective", 3000],
    ],
    law(74),
  ),
  kind(
    "labour-order-2",
    "Huân chương Lao động hạng Nhì",
    "HCLĐ2",
    "form",
    "president",
    [
      ["individual", 7500],
      ["collective", 15000],
    ],
    law(43),
  ),
];
