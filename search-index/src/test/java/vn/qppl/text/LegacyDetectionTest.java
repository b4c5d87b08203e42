package vn.qppl.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegacyDetectionTest {
    @Test
    void recognisesTcvn3ByWhatTheWordsBecome() {
        var tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, \u00A7éc lËp Tù do H¹nh phóc";
        assertThat(LegacyDetection.of(tcvn3, null)).isSameAs(LegacyCharmap.TCVN3);
        assertThat(LegacyCharmap.TCVN3.decode(tcvn3))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập Tự do Hạnh phúc");
    }

    @Test
    void recognisesVniByItsPairs() {
        var vni = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp Töï do Haïnh phuùc";
        assertThat(LegacyDetection.of(vni, null)).isSameAs(LegacyCharmap.VNI);
        assertThat(LegacyCharmap.VNI.decode(vni))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập Tự do Hạnh phúc");
        assertThat(LegacyCharmap.VNI.decode("baúng")).isEqualTo("bẳng");
    }

    @Test
    void takesTheDisguisesOfTheLetterUBack() {
        assertThat(LegacyCharmap.TCVN3.decode("n\u2212íc")).isEqualTo("nước");
        assertThat(LegacyCharmap.TCVN3.decode("n\u00ADíc")).isEqualTo("nước");
    }

    @Test
    void neverTakesUnicodeOrOtherLanguagesForLegacy() {
        assertThat(LegacyDetection.of("Các bên là và không có tài sản, hàng hóa tùy ý", null))
                .isNull();
        assertThat(LegacyDetection.of("là và có cá bà mà thì tôi ông", null)).isNull();
        assertThat(LegacyDetection.of("Le décret modifié a été publié à la préfecture de Saïgon où il fut créé", null))
                .isNull();
        assertThat(LegacyDetection.of("Füße, Äpfel, über große Größen für Käse und Möbel", null))
                .isNull();
    }

    @Test
    void readsTheNamesOfFonts() {
        assertThat(LegacyFont.named("ABCDEF+.VnTimeH,Bold")).isEqualTo(new LegacyFont(TextEncoding.TCVN3, true));
        assertThat(LegacyFont.named(".VnArial Narrow")).isEqualTo(new LegacyFont(TextEncoding.TCVN3, false));
        assertThat(LegacyFont.named("VNI-Times")).isEqualTo(new LegacyFont(TextEncoding.VNI, false));
        assertThat(LegacyFont.named("Times New Roman")).isNull();
    }

    @Test
    void knowsWhatCanBeASyllable() {
        for (var word : "nghiêng quyết gì giếng khuỷu được Ủy thuở xoong".split(" ", -1))
            assertThat(VietnameseSyllable.possible(word)).as(word).isTrue();
        for (var word : "préf cõt décret ngé'".split(" ", -1))
            assertThat(VietnameseSyllable.possible(word)).as(word).isFalse();
    }
}
