package vn.qppl.cli;

import java.util.List;

/** Entry of the offline commands: {@code read}, {@code rank}, {@code consolidate}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "rank" -> System.exit(RankCommand.run(List.of(args).subList(1, args.length), System.err));
            case "consolidate" ->
                System.exit(ConsolidateCommand.run(List.of(args).subList(1, args.length), System.err));
            case "read" -> {
                var paths = List.of(args).subList(1, args.length - 2).stream()
                        .map(java.nio.file.Path::of)
                        .toList();
                try {
                    new ReadCommand(new PlainFiles()).run(paths, java.nio.file.Path.of(args[args.length - 1]));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            default -> {
                System.err.println("usage: qppl read|rank|consolidate …");
                System.exit(2);
            }
        }
    }
}
