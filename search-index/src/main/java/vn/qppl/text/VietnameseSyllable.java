package vn.qppl.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Whether letters can be a syllable of Vietnamese: initial, rime and tone that go together. */
final class VietnameseSyllable {
    private static final Set<String> INITIALS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");
    private static final Set<String> RIMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt "
                    + "âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
                    + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu iê "
                    + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi "
                    + "om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
                    + "u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya "
                    + "uych uyên uyêt uyn uynh uyp uyt uyu uơ ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
                    + "y yêm yên yêng yêt yêu ynh yt ych")
            .split(" ", -1));
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private VietnameseSyllable() {}

    static boolean possible(String word) {
        if (word.isEmpty() || word.length() > 8) return false;
        var lower = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        char tone = 0;
        var plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (TONES.indexOf(c) < 0) {
                plain.append(c);
                continue;
            }
            if (tone != 0) return false;
            tone = c;
        }
        var letters = Normalizer.normalize(plain, Normalizer.Form.NFC);
        for (int at = Math.min(3, letters.length() - 1); at >= 0; at--) {
            var rime = letters.substring(at);
            if (INITIALS.contains(letters.substring(0, at)) && RIMES.contains(rime)) return toneFits(rime, tone);
        }
        // "gì", "gìn": the i is both initial and rime
        return letters.startsWith("gi") && RIMES.contains(letters.substring(1)) && toneFits(letters, tone);
    }

    /** Syllables closed by a stop have the sharp or the heavy tone. */
    private static boolean toneFits(String rime, char tone) {
        char last = rime.charAt(rime.length() - 1);
        boolean stop = last == 'c' || last == 'p' || last == 't' || rime.endsWith("ch");
        return !stop || tone == '\u0301' || tone == '\u0323';
    }
}
