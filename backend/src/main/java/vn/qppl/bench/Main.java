package vn.qppl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entry of {@code ./qppl bench}. */
public final class Main {
    private Main() {}

    /**
     * @param size documents to make; 0 for the usual number
     * @param files files and folders to import
     */
    record Options(
            Path data,
            int size,
            long seed,
            @Nullable Path corpus,
            @Nullable Path queries,
            List<Path> files) {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        if (args.length == 0) {
            System.err.println("./qppl bench import|numbers|search|effects|cases");
            System.exit(2);
        }
        var options = options(List.of(args).subList(1, args.length));
        switch (args[0]) {
            case "import" -> new ImportBench(options).run();
            case "numbers" -> new NumbersBench(options).run();
            case "search" -> new SearchBench(options).run();
            case "effects" -> new EffectsBench(options).run();
            case "cases" -> new CasesBench(options).run();
            default -> {
                System.err.println("không có phép đo " + args[0] + ": import, numbers, search, effects, cases");
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static Options options(List<String> args) {
        Path data = null;
        Path corpus = null;
        Path queries = null;
        int size = 0;
        long seed = 1;
        var files = new ArrayList<Path>();
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            boolean last = i + 1 == args.size();
            if (arg.startsWith("--") && !arg.equals("--files") && last)
                throw new IllegalArgumentException("thiếu giá trị sau " + arg);
            switch (arg) {
                case "--data" -> data = Path.of(args.get(++i));
                case "--corpus" -> corpus = Path.of(args.get(++i));
                case "--queries" -> queries = Path.of(args.get(++i));
                case "--size" -> size = Integer.parseInt(args.get(++i));
                case "--seed" -> seed = Long.parseLong(args.get(++i));
                case "--files" -> {}
                default -> files.add(Path.of(arg));
            }
        }
        if (data == null) throw new IllegalArgumentException("thiếu --data");
        return new Options(data, size, seed, corpus, queries, files);
    }
}
