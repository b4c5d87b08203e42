package vn.qppl.cli;

import java.util.List;

/** Entry of the offline commands: {@code read}, {@code rank}, {@code consolidate}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "read" -> System.exit(ReadCommand.run(List.of(args).subList(1, args.length), System.err));
            case "rank" -> System.exit(RankCommand.run(List.of(args).subList(1, args.length), System.err));
            case "consolidate" ->
                System.exit(ConsolidateCommand.run(List.of(args).subList(1, args.length), System.err));
            default -> {
                System.err.println("usage: qppl read|rank|consolidate …");
                System.exit(2);
            }
        }
    }
}
