package vn.qppl.portal;

import java.util.ArrayList;
import java.util.List;
import vn.qppl.structure.LegalText;
import vn.qppl.structure.Unit;
import vn.qppl.structure.UnitLevel;

/** The articles of a text, whatever chapters they stand in. */
final class Articles {
    private Articles() {}

    static List<Unit> of(LegalText.Component component) {
        var articles = new ArrayList<Unit>();
        for (var unit : component.units()) collect(unit, articles);
        return articles;
    }

    private static void collect(Unit unit, List<Unit> articles) {
        if (unit.level() == UnitLevel.ARTICLE) articles.add(unit);
        else for (var child : unit.children()) collect(child, articles);
    }
}
