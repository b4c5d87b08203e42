package vn.qppl.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A mapping in a YAML file, read strictly: every mistake is collected with its place, and a key nobody asked for is one. */
final class YamlNode {
    private static final int LONGEST = 400_000;

    private final String path;
    private final Map<String, Object> values;
    private final List<String> mistakes;
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlNode(String path, Map<String, Object> values, List<String> mistakes) {
        this.path = path;
        this.values = values;
        this.mistakes = mistakes;
    }

    /** @return null where the text is no mapping; then the mistakes say why */
    static @Nullable YamlNode parse(String yaml, List<String> mistakes) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LONGEST);
        try {
            var loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            var map = mapping(loaded);
            if (map != null) return new YamlNode("", map, mistakes);
            mistakes.add("Tệp phải là một bảng khóa: giá trị");
        } catch (YAMLException e) {
            mistakes.add("Không phải YAML hợp lệ: " + firstLines(e.getMessage()));
        }
        return null;
    }

    private static String firstLines(@Nullable String message) {
        if (message == null) return "không rõ";
        return String.join(" ", message.lines().limit(4).map(String::strip).toList());
    }

    private static @Nullable Map<String, Object> mapping(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) return null;
        var named = new LinkedHashMap<String, Object>();
        map.forEach((key, entry) -> {
            if (entry != null) named.put(String.valueOf(key), entry);
        });
        return named;
    }

    void mistake(String key, String what) {
        mistakes.add((path.isEmpty() ? key : path + (key.isEmpty() ? "" : "." + key)) + ": " + what);
    }

    String text(String key) {
        var text = textOrNull(key);
        if (text != null) return text;
        mistake(key, "bắt buộc phải có");
        return "";
    }

    @Nullable
    String textOrNull(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) return null;
        if (value instanceof String text && !text.isBlank()) return text.strip();
        mistake(key, "phải là chữ; nếu là số hoặc ngày thì đặt trong dấu nháy");
        return null;
    }

    int integer(String key, int least, int most) {
        asked.add(key);
        var value = values.get(key);
        if (value instanceof Integer number && number >= least && number <= most) return number;
        mistake(key, value == null ? "bắt buộc phải có" : "phải là số nguyên từ " + least + " đến " + most);
        return least;
    }

    boolean flag(String key, boolean otherwise) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) return otherwise;
        if (value instanceof Boolean flag) return flag;
        mistake(key, "phải là true hoặc false");
        return otherwise;
    }

    <E extends Enum<E>> E constant(String key, Class<E> type, @Nullable E otherwise) {
        var constants = type.getEnumConstants();
        asked.add(key);
        var value = values.get(key);
        if (value == null && otherwise != null) return otherwise;
        for (var constant : constants) if (constant.name().equals(value)) return constant;
        mistake(
                key,
                (value == null ? "bắt buộc phải có" : "“" + value + "” không dùng được") + ", chọn một trong "
                        + Arrays.toString(constants));
        return constants[0];
    }

    List<String> texts(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) return List.of();
        var texts = new ArrayList<String>();
        if (value instanceof List<?> list)
            for (var entry : list) {
                if (entry instanceof String text && !text.isBlank()) texts.add(text.strip());
                else mistake(key, "mỗi phần tử phải là chữ");
            }
        else mistake(key, "phải là danh sách");
        return List.copyOf(texts);
    }

    @Nullable
    YamlNode childOrNull(String key) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) return null;
        var map = mapping(value);
        if (map != null) return new YamlNode(path.isEmpty() ? key : path + "." + key, map, mistakes);
        mistake(key, "phải là một bảng khóa: giá trị");
        return null;
    }

    /** Elements are named in mistakes by their code, which a reader finds again; unnamed ones by their place. */
    <T> List<T> children(String key, Function<YamlNode, T> read) {
        asked.add(key);
        var value = values.get(key);
        if (value == null) return List.of();
        if (!(value instanceof List<?> list)) {
            mistake(key, "phải là danh sách");
            return List.of();
        }
        var children = new ArrayList<T>();
        int place = 0;
        for (var entry : list) {
            place++;
            var map = mapping(entry);
            var name = map != null && map.get("code") instanceof String code ? code : "thứ " + place;
            var child = (path.isEmpty() ? key : path + "." + key) + "[" + name + "]";
            if (map == null) mistakes.add(child + ": phải là một bảng khóa: giá trị");
            else {
                var node = new YamlNode(child, map, mistakes);
                children.add(read.apply(node));
                node.refuseOthers();
            }
        }
        return List.copyOf(children);
    }

    /** After everything was asked for: what is left was misspelt. */
    void refuseOthers() {
        for (var key : values.keySet())
            if (!asked.contains(key)) mistake(key, "không phải khóa được dùng ở đây; chỉ dùng " + asked);
    }
}
