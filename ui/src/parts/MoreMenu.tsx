/** The menu of things that are done seldom. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { Fragment, type ReactElement } from "react";
import { useTexts } from "../texts";

export interface MoreItem {
  label: string;
  run: () => void;
  icon?: ReactElement;
  keys?: string;
  /** Takes something away: stands apart. */
  danger?: boolean;
  disabled?: boolean;
  testId?: string;
}

export function MoreMenu({ items }: { items: MoreItem[] }) {
  const t = useTexts();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t.common.more} relationship="label">
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} data-testid="more" />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.danger ? <MenuDivider /> : null}
              <MenuItem
                icon={item.icon}
                secondaryContent={item.keys}
                disabled={item.disabled}
                data-testid={item.testId}
                onClick={item.run}
              >
                {item.label}
              </MenuItem>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
