package vn.qppl.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.qppl.reading.TargetAddress;
import vn.qppl.reading.TargetAddress.Level;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.UnitLevel;

/** A text as a tree that can be changed: the main text and the regulations issued with it. */
final class LawText {
    /** One component: its articles are numbered by themselves. */
    static final class Part {
        final String eId;
        final LegalText.ComponentKind kind;
        final @Nullable String number;
        final @Nullable String title;
        final List<Provision> roots;
        /** What stands before the first provision; all words of an annex. */
        String before;

        final String after;
        boolean repealed;
        final List<ProvisionVersion.Cause> changes = new ArrayList<>();
        private Map<String, Provision> articles = new HashMap<>();

        Part(
                String eId,
                LegalText.ComponentKind kind,
                @Nullable String number,
                @Nullable String title,
                List<Provision> roots,
                String before,
                String after) {
            this.eId = eId;
            this.kind = kind;
            this.number = number;
            this.title = title;
            this.roots = new ArrayList<>(roots);
            this.before = before;
            this.after = after;
            index();
        }

        /** Annexes and forms are words without provisions that could be told apart. */
        boolean annex() {
            return switch (kind) {
                case ANNEX, FORM -> true;
                case MAIN, REGULATION -> false;
            };
        }

        void index() {
            articles = new HashMap<>();
            for (var article : articles()) articles.putIfAbsent(article.number, article);
        }

        List<Provision> articles() {
            var out = new ArrayList<Provision>();
            for (var root : roots) collect(root, out);
            return out;
        }

        private static void collect(Provision p, List<Provision> out) {
            if (p.level == UnitLevel.ARTICLE) out.add(p);
            else for (var child : p.children) collect(child, out);
        }

        @Nullable
        Provision article(String number) {
            return articles.get(number.toLowerCase(Locale.ROOT));
        }

        /** Siblings among which {@code p} stands. */
        List<Provision> siblings(Provision p) {
            return p.parent == null ? roots : p.parent.children;
        }
    }

    /** Found, or why not. */
    record Located(
            @Nullable Part part,
            @Nullable Provision provision,
            @Nullable String problem) {
        static Located not(String problem) {
            return new Located(null, null, problem);
        }
    }

    private final List<Part> parts = new ArrayList<>();

    LawText(LegalText text) {
        for (var component : text.components()) {
            var roots = switch (component.kind()) {
                case MAIN, REGULATION -> SourceText.provisions(component, text.text());
                case ANNEX, FORM -> List.<Provision>of();
            };
            parts.add(part(component, roots, text.text()));
        }
    }

    private static Part part(LegalText.Component component, List<Provision> roots, String text) {
        var units = component.units();
        int first = roots.isEmpty()
                ? component.span().end()
                : units.getFirst().span().start();
        int last = roots.isEmpty() ? first : units.getLast().span().end();
        return new Part(
                component.eId(),
                component.kind(),
                component.number(),
                component.title(),
                roots,
                text.substring(
                                component.span().start(),
                                Math.max(component.span().start(), first))
                        .strip(),
                text.substring(
                                Math.min(last, component.span().end()),
                                component.span().end())
                        .strip());
    }

    /** The annex or form that an address names as a whole; null where it names something else, or there is none. */
    @Nullable
    Part annex(TargetAddress address) {
        var step = address.innermost();
        if (step.level() != Level.ANNEX && step.level() != Level.FORM) return null;
        var kind = step.level() == Level.ANNEX ? LegalText.ComponentKind.ANNEX : LegalText.ComponentKind.FORM;
        Part only = null;
        int count = 0;
        for (var part : parts) {
            if (part.kind != kind) continue;
            count++;
            only = part;
            if (part.number != null && Numbering.sameContainer(part.number, number(step))) return part;
        }
        return count == 1
                        && (only == null || only.number == null || step.number().isEmpty())
                ? only
                : null;
    }

    private static String number(TargetAddress.Step step) {
        return step.number().isEmpty() ? "0" : step.number();
    }

    /** A new annex behind all that is there. */
    Part addAnnex(LegalText.ComponentKind kind, String number, String words) {
        int next = 1;
        for (var part : parts)
            if (part.eId.startsWith("att_")) next = Math.max(next, Integer.parseInt(part.eId.substring(4)) + 1);
        var part = new Part("att_" + next, kind, number.isEmpty() ? null : number, null, List.of(), words, "");
        parts.add(part);
        return part;
    }

    /** The whole text as it stands now. */
    List<WordedComponent> worded() {
        var out = new ArrayList<WordedComponent>();
        for (var part : parts) {
            var taken = new HashMap<String, Integer>();
            var provisions = new ArrayList<WordedProvision>();
            for (var root : part.roots) provisions.add(worded(root, taken));
            out.add(new WordedComponent(
                    part.eId,
                    part.kind,
                    part.number,
                    part.title,
                    part.before,
                    provisions,
                    part.after,
                    part.repealed,
                    part.changes));
        }
        return out;
    }

    private static WordedProvision worded(Provision p, Map<String, Integer> taken) {
        var eId = p.eId();
        int count = taken.merge(eId, 1, Integer::sum);
        var children = new ArrayList<WordedProvision>();
        for (var child : p.children) children.add(worded(child, taken));
        return new WordedProvision(
                p.level,
                p.number,
                count == 1 ? eId : eId + "_" + count,
                p.label,
                p.heading,
                p.body,
                p.repealed,
                p.changes,
                children);
    }

    List<Part> parts() {
        return parts;
    }

    Part main() {
        return parts.getFirst();
    }

    /** Regulations issued with the document. */
    List<Part> attached() {
        return parts.stream()
                .filter(p -> p.kind == LegalText.ComponentKind.REGULATION && !p.roots.isEmpty())
                .toList();
    }

    /** The parts an address can mean, the likeliest first. */
    private List<Part> candidates(TargetAddress address) {
        var attached = address.steps().stream().anyMatch(s -> s.level() == Level.ATTACHED);
        if (attached) return attached();
        return parts.stream().filter(p -> !p.annex()).toList();
    }

    /** The provision an address names. Words about what is missing are for the person who finishes by hand. */
    Located locate(TargetAddress address) {
        String problem = null;
        for (var part : candidates(address)) {
            var found = locate(part, address.steps());
            if (found.provision() != null) return found;
            if (problem == null) problem = found.problem();
        }
        return Located.not(problem == null ? "Văn bản gốc không có phần này" : problem);
    }

    Located locate(List<TargetAddress.Step> steps) {
        return locate(new TargetAddress(steps, false));
    }

    private static Located locate(Part part, List<TargetAddress.Step> steps) {
        Provision at = null;
        for (int i = steps.size() - 1; i >= 0; i--) {
            var step = steps.get(i);
            var number = step.number().toLowerCase(Locale.ROOT);
            switch (step.level()) {
                case ATTACHED -> {}
                case PASSAGE -> {
                    return at == null ? Located.not("Không rõ đoạn thuộc điều nào") : new Located(part, at, null);
                }
                case TABLE, FORM, ANNEX -> {
                    return Located.not("Sửa một phần của phụ lục, biểu mẫu: cần làm thủ công");
                }
                case ARTICLE -> {
                    at = part.article(number);
                    if (at == null) return Located.not("Không tìm thấy Điều " + step.number() + " trong văn bản gốc");
                }
                case CLAUSE, POINT -> {
                    if (at == null)
                        return Located.not("Không rõ " + step.level().word() + " " + step.number() + " thuộc điều nào");
                    var level = step.level() == Level.CLAUSE ? UnitLevel.CLAUSE : UnitLevel.POINT;
                    var child = at.child(level, number);
                    if (child == null)
                        return Located.not("Không tìm thấy " + step.level().word() + " " + step.number() + " trong "
                                + at.citation());
                    at = child;
                }
                case SUBSECTION, SECTION, CHAPTER, PART -> {
                    var level = UnitLevel.valueOf(step.level().name());
                    at = container(at == null ? part.roots : at.children, level, number);
                    if (at == null)
                        return Located.not("Không tìm thấy " + step.level().word() + " " + step.number());
                }
            }
        }
        return at == null ? Located.not("Không nêu điều, khoản cụ thể") : new Located(part, at, null);
    }

    private static @Nullable Provision container(List<Provision> among, UnitLevel level, String number) {
        Provision found = null;
        for (var p : among) {
            if (p.level == level && Numbering.sameContainer(p.number, number)) {
                if (found != null) return null;
                found = p;
            } else if (p.level.ordinal() < level.ordinal()) {
                var inside = container(p.children, level, number);
                if (inside != null && found != null) return null;
                if (inside != null) found = inside;
            }
        }
        return found;
    }

    Part partOf(Provision p) {
        var root = p;
        while (root.parent != null) root = root.parent;
        for (var part : parts) if (part.roots.contains(root)) return part;
        return Objects.requireNonNull(parts.getFirst());
    }
}
