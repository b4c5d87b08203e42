package vn.qppl.reading;

import org.jspecify.annotations.Nullable;
import vn.qppl.text.Span;

/**
 * A clause by which a text has a provincial body make rules: "mức thu do Hội đồng nhân dân cấp tỉnh quy định".
 *
 * @param span the sentence that says so
 * @param address eId of the innermost unit with its component's; null outside units
 * @param place as lawyers write it, "khoản 2 Điều 5"; empty outside units
 */
public record Duty(Body body, Span span, @Nullable String address, String place) {

    /** Who is to make them. */
    public enum Body {
        /** Hội đồng nhân dân cấp tỉnh, also where the committee submits. */
        COUNCIL("Hội đồng nhân dân cấp tỉnh"),
        COMMITTEE("Ủy ban nhân dân cấp tỉnh"),
        CHAIRMAN("Chủ tịch Ủy ban nhân dân cấp tỉnh");

        private final String label;

        Body(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
