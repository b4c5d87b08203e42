package vn.qppl.effect;

import vn.qppl.reading.EffectKind;

/** Effects in the words of the law. */
public final class EffectLabels {
    private EffectLabels() {}

    public static String of(EffectKind kind) {
        return switch (kind) {
            case COMMENCE -> "Có hiệu lực";
            case AMEND -> "Sửa đổi";
            case SUPPLEMENT -> "Bổ sung";
            case REPLACE -> "Thay thế";
            case SUBSTITUTE -> "Thay cụm từ";
            case REPEAL -> "Bãi bỏ";
            case RENUMBER -> "Đánh số lại";
            case EXPIRE -> "Hết hiệu lực";
            case SUSPEND -> "Ngưng hiệu lực";
            case RESUME -> "Tiếp tục có hiệu lực";
            case EXTEND -> "Kéo dài thời hạn áp dụng";
            case CORRECT -> "Đính chính";
        };
    }
}
