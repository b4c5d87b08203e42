package vn.qppl.cli;

/** Entry of the offline commands: {@code read}, {@code rank}, {@code consolidate}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var command = args.length == 0 ? "" : args[0];
        switch (command) {
            default -> {
                System.err.println("usage: qppl read|rank|consolidate …");
                System.exit(2);
            }
        }
    }
}
