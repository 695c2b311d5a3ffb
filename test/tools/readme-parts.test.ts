import { describe, expect, it } from "vitest";
import { conversation } from "../../src/tools/conversation.ts";
import { commentPicture } from "../../src/tools/picture.ts";

describe("a dialogue in README", () => {
  const dialogue = `# A story

## 1. ana says \`/apply\`

_ana's comment gets eyes._

**Isthmus writes a comment:**

> <!-- isthmus:reply comment=ID answered -->
> <sub>\`ana\` asked [here](https://example.invalid/1)</sub>
>
> ## Not done [yet](https://example.invalid/2) <sub>[code]</sub>
>
> <details><summary>more</summary>
>
> folded
> </details>

**Said to GitHub**

- POST issues/7/comments 201

## 2. ben approves
`;

  it("tells who does what and what is said first, without marks, links, small print and what is folded", () => {
    expect(conversation(dialogue)).toBe("**1. ana says `/apply`**\n\n> **Not done yet**\n\n**2. ben approves**\n");
  });
});

describe("the picture of a comment", () => {
  const picture = commentPicture(
    "## Plan `7c1e9ab4`\n\n| a | b |\n| - | - |\n| 1 | [2](https://example.invalid) |\n\n<details><summary>one<br>two</summary>\n\nfolded\n\n</details>\n",
    300,
  );

  it("is XML that holds what is seen, and nothing that is folded or leads away", () => {
    expect(picture).toContain('width="860" height="300"');
    expect(picture).toContain("<code>7c1e9ab4</code>");
    expect(picture).toContain("one<br/>two");
    expect(picture).not.toMatch(/folded|example\.invalid|<script|<br>/u);
  });
});
