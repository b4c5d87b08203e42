package vn.qppl.consolidation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.qppl.consolidation.ProvisionVersion.Cause;
import vn.qppl.reading.EffectKind;
import vn.qppl.reading.TargetAddress;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.UnitLevel;

/** Makes one change after another in a {@link LawText}. A change that cannot be made leaves the text as it was and says why. */
final class Applier {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final LawText law;
    private final History history;

    Applier(LawText law, History history) {
        this.law = law;
        this.history = history;
    }

    /** @return in Vietnamese why the change was not made; null where it was */
    @Nullable
    String apply(Amendment a, Cause cause) {
        if (a.oldWords() != null || a.newWords() != null && a.newText() == null && a.kind() != EffectKind.RENUMBER)
            return words(a, cause);
        if (a.targetProvision() == null)
            return "Tác động toàn văn bản (" + verb(a.kind()) + "), không sửa lời văn của điều nào";
        var address = TargetAddress.parse(a.targetProvision());
        if (address.isEmpty()) return "Không xác định được điều, khoản: " + a.targetProvision();
        var whole = address.get().innermost().level();
        if (whole == Level.ANNEX || whole == Level.FORM) return annex(a, address.get(), cause);
        return switch (a.kind()) {
            case REPEAL -> repeal(address.get(), cause);
            // official consolidations keep the words of what a later law lets expire and say so in a note
            case EXPIRE ->
                "Hết hiệu lực từ ngày " + DAY.format(cause.from()) + ": giữ nguyên lời văn, ghi chú tại "
                        + address.get().print();
            case AMEND, REPLACE, CORRECT ->
                a.newText() == null
                        ? "Không có nội dung mới để thay vào " + a.targetProvision()
                        : replace(address.get(), a.newText(), cause);
            case SUPPLEMENT ->
                a.newText() == null
                        ? "Không có nội dung bổ sung cho " + a.targetProvision()
                        : supplement(address.get(), a.newText(), a.position(), cause);
            case RENUMBER -> renumber(address.get(), a.newWords(), cause);
            case SUBSTITUTE -> "Không rõ cụm từ được thay thế";
            case COMMENCE, SUSPEND, RESUME, EXTEND -> null;
        };
    }

    private static String verb(EffectKind kind) {
        return switch (kind) {
            case REPEAL -> "bãi bỏ";
            case EXPIRE -> "hết hiệu lực";
            case REPLACE -> "thay thế";
            case AMEND -> "sửa đổi, bổ sung";
            case SUPPLEMENT -> "bổ sung";
            case SUBSTITUTE -> "thay cụm từ";
            case RENUMBER -> "đánh số lại";
            case CORRECT -> "đính chính";
            case COMMENCE -> "bắt đầu có hiệu lực";
            case SUSPEND -> "ngưng hiệu lực";
            case RESUME -> "tiếp tục có hiệu lực";
            case EXTEND -> "kéo dài hiệu lực";
        };
    }

    // --- words ---

    private @Nullable String words(Amendment a, Cause cause) {
        var anchor = anchor(a.position());
        String old = a.oldWords() != null ? a.oldWords() : anchor;
        if (old == null || old.isBlank()) return "Không rõ cụm từ mới đặt ở đâu";
        String fresh = a.newWords() == null ? "" : a.newWords().strip();
        if (a.oldWords() == null && anchor != null)
            fresh = a.position() != null && a.position().startsWith("trước")
                    ? fresh + " " + anchor
                    : anchor + " " + fresh;
        var phrases = new Phrases(old, fresh);
        if (a.targetProvision() == null) {
            int count = 0;
            for (var part : law.parts())
                if (part.annex()) count += annexWords(part, phrases, cause);
                else for (var article : part.articles()) count += change(part, article, phrases, false, cause);
            return count > 0 ? null : "Không tìm thấy cụm từ “" + old + "” trong văn bản";
        }
        var address = TargetAddress.parse(a.targetProvision());
        if (address.isEmpty()) return "Không xác định được điều, khoản: " + a.targetProvision();
        var annex = law.annex(address.get());
        if (annex != null)
            return annexWords(annex, phrases, cause) > 0
                    ? null
                    : "Không tìm thấy cụm từ “" + old + "” tại " + a.targetProvision();
        var steps =
                address.get().steps().stream().filter(s -> !s.level().piece()).toList();
        if (steps.isEmpty()) return "Không xác định được điều, khoản: " + a.targetProvision();
        if (steps.stream().allMatch(s -> s.level() == Level.ATTACHED)) {
            int count = 0;
            for (var part : law.attached())
                for (var article : part.articles()) count += change(part, article, phrases, false, cause);
            return count > 0 ? null : "Không tìm thấy cụm từ “" + old + "” tại " + a.targetProvision();
        }
        var located = law.locate(steps);
        if (located.provision() == null || located.part() == null) return located.problem();
        int count = 0;
        if (located.provision().article() == null) {
            for (var article : articlesUnder(located.provision()))
                count += change(located.part(), article, phrases, false, cause);
            count += phrases.in(located.provision(), true);
        } else
            count = change(
                    located.part(), located.provision(), phrases, address.get().heading(), cause);
        return count > 0 ? null : "Không tìm thấy cụm từ “" + old + "” tại " + a.targetProvision();
    }

    private static int annexWords(LawText.Part part, Phrases phrases, Cause cause) {
        var fresh = phrases.replace(part.before);
        if (part.repealed || fresh.equals(part.before)) return 0;
        part.before = fresh;
        changed(part, cause);
        return 1;
    }

    private static void changed(LawText.Part annex, Cause cause) {
        if (!annex.changes.contains(cause)) annex.changes.add(cause);
    }

    /** An annex or form repealed, replaced or added as a whole. */
    private @Nullable String annex(Amendment a, TargetAddress address, Cause cause) {
        var part = law.annex(address);
        return switch (a.kind()) {
            case REPEAL -> {
                if (part == null) yield "Không tìm thấy " + address.print() + " trong văn bản gốc";
                if (part.repealed) yield "Đã bị bãi bỏ trước đó: " + address.print();
                part.repealed = true;
                changed(part, cause);
                yield null;
            }
            case AMEND, REPLACE, CORRECT, SUPPLEMENT -> {
                if (a.newText() == null || a.newText().isBlank()) yield "Không có nội dung mới của " + address.print();
                var fresh = a.newText().strip();
                if (part != null) {
                    part.before = titled(fresh, part.before, address.innermost().level());
                    part.repealed = false;
                } else if (a.kind() == EffectKind.SUPPLEMENT) {
                    var kind = address.innermost().level() == Level.ANNEX
                            ? LegalText.ComponentKind.ANNEX
                            : LegalText.ComponentKind.FORM;
                    part = law.addAnnex(kind, address.innermost().number(), fresh);
                } else yield "Không tìm thấy " + address.print() + " trong văn bản gốc";
                changed(part, cause);
                yield null;
            }
            case EXPIRE ->
                "Hết hiệu lực từ ngày " + DAY.format(cause.from()) + ": giữ nguyên lời văn, ghi chú tại "
                        + address.print();
            case RENUMBER, SUBSTITUTE -> "Sửa " + address.print() + ": cần làm thủ công";
            case COMMENCE, SUSPEND, RESUME, EXTEND -> null;
        };
    }

    /** New words of an annex seldom repeat its name: the line that names it stays. */
    private static String titled(String fresh, String old, Level level) {
        if (fresh.toLowerCase(Locale.ROOT)
                .startsWith(level.word().toLowerCase(Locale.ROOT).split(" ", 2)[0])) return fresh;
        int line = old.indexOf('\n');
        return (line < 0 ? old : old.substring(0, line)) + "\n" + fresh;
    }

    private int change(LawText.Part part, Provision p, Phrases phrases, boolean headingOnly, Cause cause) {
        var article = p.article();
        var before = p.text();
        var articleBefore = article == null ? before : article.text();
        int count = phrases.in(p, headingOnly);
        if (count > 0) record(part, p, before, articleBefore, cause);
        return count;
    }

    private static @Nullable String anchor(@Nullable String position) {
        if (position == null) return null;
        int open = position.indexOf('“');
        int close = position.lastIndexOf('”');
        return open >= 0 && close > open ? position.substring(open + 1, close) : null;
    }

    // --- provisions ---

    private @Nullable String repeal(TargetAddress address, Cause cause) {
        var located = law.locate(address);
        if (located.provision() == null || located.part() == null) return located.problem();
        var p = located.provision();
        if (address.innermost().level().piece()) return "Bỏ một đoạn trong " + p.citation() + ": cần làm thủ công";
        if (p.article() == null) {
            for (var article : articlesUnder(p)) repeal(located.part(), article, cause);
            return null;
        }
        if (p.repealed) return "Đã bị bãi bỏ trước đó: " + address.print();
        repeal(located.part(), p, cause);
        return null;
    }

    private void repeal(LawText.Part part, Provision p, Cause cause) {
        if (p.repealed) return;
        var before = p.text();
        var article = p.article();
        var articleBefore = article == null ? before : article.text();
        p.repealed = true;
        record(part, p, before, articleBefore, cause);
    }

    private static List<Provision> articlesUnder(Provision container) {
        var out = new ArrayList<Provision>();
        for (var child : container.children) {
            if (child.level == UnitLevel.ARTICLE) out.add(child);
            else out.addAll(articlesUnder(child));
        }
        return out;
    }

    private @Nullable String replace(TargetAddress address, String newText, Cause cause) {
        var located = law.locate(address);
        if (located.provision() == null || located.part() == null) return located.problem();
        var part = located.part();
        var p = located.provision();
        var fragment = SourceText.fragment(newText);
        if (address.heading()) return heading(part, p, newText, fragment, cause);
        if (address.innermost().level().piece())
            return passage(part, p, address.innermost().number(), fragment, cause);
        var before = p.text();
        var article = p.article();
        var articleBefore = article == null ? before : article.text();
        var same = inside(fragment.provisions(), p.level, p.number);
        if (same.size() == 1 && opensOnly(same.getFirst(), p)) {
            // "2. Hồ sơ gồm:" stands for the words before the points, which stay
            p.body = same.getFirst().body;
            record(part, p, before, articleBefore, cause);
            return null;
        }
        if (!same.isEmpty()) {
            swap(part, p, same);
            for (var fresh : same) fresh.changes.addAll(p.changes);
            if (p.level.ordinal() < UnitLevel.ARTICLE.ordinal())
                for (var fresh : same) articlesOf(fresh, p, part, cause);
            var first = same.getFirst();
            record(part, first, before, article == p ? before : articleBefore, cause);
            for (var more : same.subList(1, same.size())) record(part, more, null, articleBefore, cause);
            return null;
        }
        boolean narrower = !fragment.provisions().isEmpty()
                && fragment.provisions().stream().allMatch(f -> f.level.ordinal() > p.level.ordinal());
        if (!fragment.provisions().isEmpty() && !narrower) return "Nội dung mới không phải là " + address.print();
        if (p.level.ordinal() < UnitLevel.ARTICLE.ordinal())
            return "Nội dung mới của " + address.print() + " không có điều nào";
        p.repealed = false;
        if (narrower) {
            if (!fragment.lead().isBlank()) p.body = withoutLabel(fragment.lead(), p);
            p.children.clear();
            for (var child : fragment.provisions()) p.add(child);
        } else {
            p.body = withoutLabel(fragment.lead(), p);
            p.children.clear();
        }
        record(part, p, before, articleBefore, cause);
        return null;
    }

    /** A chapter with new words changes each of its articles that reads otherwise, or that it did not have. */
    private void articlesOf(Provision fresh, Provision old, LawText.Part part, Cause cause) {
        for (var child : fresh.children) {
            if (child.level.ordinal() < UnitLevel.ARTICLE.ordinal()) {
                articlesOf(child, old, part, cause);
                continue;
            }
            var was = article(old, child.number);
            if (was != null && TextComparison.of(was.text(), child.text()).same()) {
                child.changes.addAll(was.changes);
            } else {
                child.changes.add(cause);
                history.changed(
                        part.eId, child.eId(), child.citation(), was == null ? null : was.text(), child.text(), cause);
            }
        }
    }

    private static @Nullable Provision article(Provision within, String number) {
        for (var child : within.children) {
            if (child.level == UnitLevel.ARTICLE && child.number.equals(number)) return child;
            if (child.level.ordinal() >= UnitLevel.ARTICLE.ordinal()) continue;
            var found = article(child, number);
            if (found != null) return found;
        }
        return null;
    }

    private static boolean opensOnly(Provision fresh, Provision old) {
        return fresh.children.isEmpty()
                && !old.children.isEmpty()
                && fresh.body.endsWith(":")
                && fresh.number.equals(old.number);
    }

    /** The words before the first point of a provision; other passages have no borders a machine can trust. */
    private @Nullable String passage(
            LawText.Part part, Provision p, String which, SourceText.Fragment fragment, Cause cause) {
        boolean first = which.equals("đầu") && (!p.children.isEmpty() || p.body.indexOf('\n') < 0);
        var fresh = fragment.provisions().isEmpty()
                ? withoutLabel(fragment.lead(), p)
                : fragment.provisions().size() == 1
                                && fragment.provisions().getFirst().children.isEmpty()
                        ? fragment.provisions().getFirst().body
                        : "";
        if (!first || fresh.isBlank()) return "Sửa một đoạn trong " + p.citation() + ": cần làm thủ công";
        var before = p.text();
        var article = p.article();
        var articleBefore = article == null ? before : article.text();
        p.body = fresh;
        record(part, p, before, articleBefore, cause);
        return null;
    }

    private @Nullable String heading(
            LawText.Part part, Provision p, String newText, SourceText.Fragment fragment, Cause cause) {
        var before = p.text();
        var article = p.article();
        var articleBefore = article == null ? before : article.text();
        String title = null;
        for (var f : fragment.provisions()) if (f.level == p.level) title = f.heading.isEmpty() ? f.body : f.heading;
        if (title == null) title = withoutLabel(newText.strip(), p);
        if (title.isBlank()) return "Không rõ tên mới của " + p.citation();
        // a heading that the base text printed as part of the body goes with the old one
        p.heading = title;
        record(part, p, before, articleBefore, cause);
        return null;
    }

    /** The provisions of {@code level} in the new text, at its top or inside a wider one that was quoted for them. */
    private static List<Provision> inside(List<Provision> fragment, UnitLevel level, String number) {
        var top = fragment.stream().filter(f -> f.level == level).toList();
        if (!top.isEmpty()) return top;
        for (var f : fragment) {
            if (f.level.ordinal() >= level.ordinal()) continue;
            for (var child : f.children) {
                if (child.level == level && child.number.equals(number)) return List.of(child);
                var deeper = inside(List.of(child), level, number);
                if (child.level.ordinal() < level.ordinal() && deeper.size() == 1) return deeper;
            }
        }
        return List.of();
    }

    private static String withoutLabel(String text, Provision p) {
        var stripped = text.strip();
        var head = switch (p.level) {
            case ARTICLE -> "điều " + p.number;
            default -> p.number;
        };
        if (!stripped.toLowerCase(Locale.ROOT).startsWith(head)) return stripped;
        int i = head.length();
        if (i < stripped.length() && (stripped.charAt(i) == '.' || stripped.charAt(i) == ')'))
            return stripped.substring(i + 1).strip();
        return stripped;
    }

    private void swap(LawText.Part part, Provision old, List<Provision> fresh) {
        var siblings = part.siblings(old);
        int at = siblings.indexOf(old);
        siblings.remove(at);
        for (var f : fresh) {
            f.parent = old.parent;
            siblings.add(at++, f);
        }
        if (old.level.ordinal() <= UnitLevel.ARTICLE.ordinal()) part.index();
    }

    private @Nullable String supplement(TargetAddress address, String newText, @Nullable String position, Cause cause) {
        var innermost = address.innermost();
        if (innermost.level().ordinal() > Level.PART.ordinal()
                || innermost.level().piece()) return "Bổ sung " + address.print() + ": cần làm thủ công";
        var level = UnitLevel.valueOf(innermost.level().name());
        var number = innermost.number().toLowerCase(Locale.ROOT);
        var existing = law.locate(address);
        if (existing.provision() != null && existing.part() != null && !existing.provision().repealed) {
            if (position != null && !position.endsWith(existing.provision().citation()))
                return "Đã có " + address.print() + " trong văn bản; cần đánh số lại trước khi bổ sung";
            if (!Likeness.sameMatter(existing.provision(), newText))
                return "Đã có " + address.print() + " với nội dung khác; cần đánh số lại trước khi bổ sung";
            return replace(address, newText, cause);
        }
        if (existing.provision() != null) return replace(address, newText, cause);
        var fragment = SourceText.fragment(newText);
        var fresh = new ArrayList<>(inside(fragment.provisions(), level, number));
        if (fresh.isEmpty()) {
            if (fragment.provisions().stream().anyMatch(f -> f.level.ordinal() <= level.ordinal()))
                return "Nội dung bổ sung không phải là " + address.print();
            var made = new Provision(level, number, label(level, innermost.number()), "", "");
            made.body = withoutLabel(fragment.lead(), made);
            for (var child : fragment.provisions()) made.add(child);
            fresh.add(made);
        }
        return level.ordinal() <= UnitLevel.ARTICLE.ordinal()
                ? addArticles(address, level, fresh, position, cause)
                : addUnder(address, level, fresh, position, cause);
    }

    private static String label(UnitLevel level, String number) {
        return switch (level) {
            case ARTICLE -> "Điều " + number + ". ";
            case CLAUSE -> number + ". ";
            case POINT -> number + ") ";
            case PART, CHAPTER, SECTION, SUBSECTION ->
                Level.valueOf(level.name()).word() + " " + number + "\n";
        };
    }

    private @Nullable String addUnder(
            TargetAddress address, UnitLevel level, List<Provision> fresh, @Nullable String position, Cause cause) {
        var steps = address.steps().subList(1, address.steps().size());
        if (steps.isEmpty()) return "Không rõ " + address.print() + " được bổ sung vào điều nào";
        var located = law.locate(steps);
        var parent = located.provision();
        if (parent == null || located.part() == null) return located.problem();
        if (parent.repealed) return parent.citation() + " đã bị bãi bỏ";
        var article = parent.article();
        var articleBefore = article == null ? parent.text() : article.text();
        int at = place(parent.children, level, fresh.getFirst().number, position);
        for (var f : fresh) {
            parent.insert(at++, f);
            record(located.part(), f, null, articleBefore, cause);
        }
        return null;
    }

    private @Nullable String addArticles(
            TargetAddress address, UnitLevel level, List<Provision> fresh, @Nullable String position, Cause cause) {
        var anchorAddress = position == null
                ? null
                : TargetAddress.parse(position.replaceFirst("^\\S+ ", "")).orElse(null);
        var part = law.main();
        Provision anchor = null;
        if (anchorAddress != null) {
            var located = law.locate(anchorAddress);
            if (located.provision() != null
                    && located.part() != null
                    && located.provision().level.ordinal() <= UnitLevel.ARTICLE.ordinal()) {
                part = located.part();
                anchor = located.provision();
            }
        }
        if (address.steps().getLast().level() == Level.ATTACHED)
            for (var p : law.parts())
                if (anchor == null && !p.annex() && !p.eId.isEmpty() && !p.roots.isEmpty()) part = p;
        boolean before = position != null && position.startsWith("trước");
        if (anchor == null) {
            for (var article : level == UnitLevel.ARTICLE ? part.articles() : containers(part.roots, level))
                if (Numbering.compare(level, article.number, fresh.getFirst().number) < 0) anchor = article;
            before = false;
        }
        if (anchor == null) return "Không tìm thấy vị trí để bổ sung " + address.print();
        var siblings = part.siblings(anchor);
        int at = siblings.indexOf(anchor) + (before ? 0 : 1);
        if (!before) at = past(siblings, at, level, anchor.number, fresh.getFirst().number);
        for (var f : fresh) {
            f.parent = anchor.parent;
            siblings.add(at++, f);
            record(part, f, null, null, cause);
            for (var article : f.level == UnitLevel.ARTICLE ? List.<Provision>of() : articlesUnder(f))
                record(part, article, null, null, cause);
        }
        part.index();
        return null;
    }

    private static List<Provision> containers(List<Provision> among, UnitLevel level) {
        var out = new ArrayList<Provision>();
        for (var p : among) {
            if (p.level == level) out.add(p);
            else if (p.level.ordinal() < level.ordinal()) out.addAll(containers(p.children, level));
        }
        return out;
    }

    /** 7b goes behind the 7a that the same sentence put behind 7. */
    private static int past(List<Provision> siblings, int at, UnitLevel level, String anchor, String number) {
        while (at < siblings.size()
                && siblings.get(at).level == level
                && Numbering.compare(level, siblings.get(at).number, anchor) > 0
                && Numbering.compare(level, siblings.get(at).number, number) < 0) at++;
        return at;
    }

    /** Where among {@code siblings} a new provision stands: beside the one named, else by its number. */
    private static int place(List<Provision> siblings, UnitLevel level, String number, @Nullable String position) {
        var named = position == null
                ? null
                : TargetAddress.parse(position.replaceFirst("^\\S+ ", "")).orElse(null);
        if (named != null && named.innermost().level().name().equals(level.name())) {
            var beside = named.innermost().number().toLowerCase(Locale.ROOT);
            for (int i = siblings.size() - 1; i >= 0; i--)
                if (siblings.get(i).level == level && siblings.get(i).number.equals(beside))
                    return position != null && position.startsWith("trước")
                            ? i
                            : past(siblings, i + 1, level, beside, number);
        }
        int at = siblings.size();
        for (int i = siblings.size() - 1; i >= 0; i--) {
            if (siblings.get(i).level != level) continue;
            if (Numbering.compare(level, siblings.get(i).number, number) < 0) return i + 1;
            at = i;
        }
        return at;
    }

    private @Nullable String renumber(TargetAddress address, @Nullable String to, Cause cause) {
        var fresh = to == null ? null : TargetAddress.parse(to).orElse(null);
        if (fresh == null) return "Không rõ số mới của " + address.print();
        var located = law.locate(address);
        if (located.provision() == null || located.part() == null) return located.problem();
        renumber(located.part(), located.provision(), fresh.innermost().number(), cause);
        return null;
    }

    /** Located beforehand, since "khoản 5, 6 thành khoản 6, 7" would meet itself. */
    void renumber(LawText.Part part, Provision p, String number, Cause cause) {
        var before = p.text();
        var article = p.article();
        var articleBefore = article == null ? before : article.text();
        p.label = label(p.level, number);
        p.number = number.toLowerCase(Locale.ROOT);
        if (p.level.ordinal() <= UnitLevel.ARTICLE.ordinal()) part.index();
        record(part, p, p.level == UnitLevel.ARTICLE ? null : before, articleBefore, cause);
    }

    /** Notes the change at the provision and at its article. */
    private void record(
            LawText.Part part, Provision p, @Nullable String before, @Nullable String articleBefore, Cause cause) {
        if (!p.changes.contains(cause)) p.changes.add(cause);
        history.changed(part.eId, p.eId(), p.citation(), before, p.repealed ? "" : p.text(), cause);
        var article = p.article();
        if (article == null || article == p) return;
        if (!article.changes.contains(cause)) article.changes.add(cause);
        history.changed(part.eId, article.eId(), article.citation(), articleBefore, article.text(), cause);
    }
}
