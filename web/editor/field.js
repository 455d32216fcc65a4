// @ts-check
// The field where code is written: CodeMirror 6 with what a few lines of Python need, and nothing else.

import { defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { theme } from "./theme.js";

export const LIMIT = 10_000; // characters of one answer, so that the record stays small

/** @type {import("@codemirror/state").StateEffectType<number | null>} */
const mark = StateEffect.define();

/** The line at fault, until the code changes. */
const faulty = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(mark));
    if (!asked) return transaction.docChanged ? Decoration.none : marks;
    const number = /** @type {number | null} */ (asked.value);
    if (number === null || number < 1 || number > transaction.newDoc.lines) return Decoration.none;
    return Decoration.set(Decoration.line({ class: "faulty" }).range(transaction.newDoc.line(number).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * @param {HTMLElement} parent
 * @param {object} options
 * @param {string} options.text
 * @param {string} options.name          what the field is called
 * @param {string} options.helpId        of the element that says how to use it
 * @param {import("../dom.js").Words} options.words
 * @param {() => void} options.changed   the learner changed the code
 * @param {() => void} options.focused
 * @param {() => void} options.run       Shift + Enter, as in a notebook
 * @param {() => void} options.tooLong   what was typed or pasted does not fit
 */
export function openField(parent, { text, name, helpId, words, changed, focused, run, tooLong }) {
  let writing = false; // by this page, not by the learner
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        pythonLanguage,
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        faulty,
        theme,
        EditorState.phrases.of({
          "Selection deleted": words("editor.phrase.selection-deleted"),
          "Control character": words("editor.phrase.control"),
        }),
        EditorView.contentAttributes.of({
          "aria-label": name,
          "aria-describedby": helpId,
          tabindex: "0", // the keyboard's way into a frame that scrolls
          translate: "no",
        }),
        keymap.of([
          { key: "Shift-Enter", run: () => (run(), true) },
          { key: "Mod-Enter", run: () => (run(), true) },
          { key: "Tab", run: indentMore, shift: indentLess },
          { key: "Escape", run: (here) => (here.setTabFocusMode(true), true) },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.domEventHandlers({
          focus: () => focused(),
          blur: (_, here) => here.setTabFocusMode(false), // Escape lets Tab out once
        }),
        EditorState.transactionFilter.of((transaction) => {
          const { length } = transaction.newDoc;
          if (writing || !transaction.docChanged || length <= LIMIT || length <= transaction.startState.doc.length)
            return transaction;
          queueMicrotask(tooLong);
          return [];
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !writing) changed();
        }),
      ],
    }),
  });

  return {
    text: () => view.state.doc.toString(),
    /** Another text in place of this one; undoing brings this one back. @param {string} other */
    write(other) {
      writing = true;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: other },
        annotations: isolateHistory.of("full"),
      });
      writing = false;
    },
    /** Points at a line (from 1), null at none. @param {number | null} line */
    point: (line) => view.dispatch({ effects: mark.of(line) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
