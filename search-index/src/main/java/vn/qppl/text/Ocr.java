package vn.qppl.text;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Recognises scanned pages by Tesseract with Vietnamese data, where it is installed. Runs in the child process. */
final class Ocr {
    static final int DPI = 300;
    /** Steeper than this is not a skewed scan but something else. */
    private static final double STEEPEST = 3.0;

    private static final double STEP = 0.25;
    /** At {@link #DPI}. */
    private static final int A4_SHORT_SIDE = 2480;

    /** Shorter sides between these are about 200 to 500 dots an inch. */
    private static final int SHORTEST = 1600;

    private static final int LONGEST = 4200;
    private static @Nullable Boolean available;

    /** A word with its confidence, 0 to 1. */
    record Word(String text, double confidence) {}

    private Ocr() {}

    /** Tesseract and its Vietnamese data are installed. Asked once. */
    static synchronized boolean available() {
        if (available == null) available = asksForLanguages();
        return available;
    }

    private static boolean asksForLanguages() {
        if (!onPath()) return false;
        try {
            var process = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            var languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return languages.lines().anyMatch("vie"::equals);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean onPath() {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "tesseract"))) return true;
        return false;
    }

    /** Lines of words of one page; a blank list between paragraphs. */
    static List<List<Word>> read(BufferedImage page) throws IOException {
        var grey = atPrintSize(grey(page));
        var straight = rotated(grey, skew(grey));
        var file = Files.createTempFile("qppl-page", ".png");
        try {
            ImageIO.write(straight, "png", file.toFile());
            return recognise(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<List<Word>> recognise(Path image) throws IOException {
        var process = new ProcessBuilder(
                        "tesseract", image.toString(), "stdout", "-l", "vie", "--dpi", "" + DPI, "--psm", "3", "tsv")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new ArrayList<List<Word>>();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var line = "";
            var paragraph = "";
            for (var row = out.readLine(); row != null; row = out.readLine()) {
                var cells = row.split("\t", 12);
                if (cells.length < 12 || !cells[0].equals("5") || cells[11].isBlank()) continue;
                var ofParagraph = cells[2] + "/" + cells[3];
                var ofLine = ofParagraph + "/" + cells[4];
                if (!ofLine.equals(line)) {
                    if (!ofParagraph.equals(paragraph) && !lines.isEmpty()) lines.add(List.of());
                    lines.add(new ArrayList<>());
                    line = ofLine;
                    paragraph = ofParagraph;
                }
                lines.getLast().add(new Word(cells[11].strip(), confidence(cells[10])));
            }
        }
        try {
            int exit = process.waitFor();
            if (exit != 0) throw new IOException("tesseract ended with " + exit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return lines;
    }

    private static double confidence(String percent) {
        try {
            return Math.clamp(Double.parseDouble(percent) / 100, 0, 1);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * Files of images seldom say their resolution, and what they say is seldom right: papers are A4, so the shorter side tells. Small
     * pages are enlarged, photographs of very many points made smaller; in between nothing is touched.
     */
    private static BufferedImage atPrintSize(BufferedImage grey) {
        int shorter = Math.min(grey.getWidth(), grey.getHeight());
        if (shorter >= SHORTEST && shorter <= LONGEST || shorter < 200) return grey;
        double scale = Math.min(3.0, (double) A4_SHORT_SIDE / shorter);
        var scaled = new BufferedImage(
                (int) (grey.getWidth() * scale), (int) (grey.getHeight() * scale), BufferedImage.TYPE_BYTE_GRAY);
        var g = scaled.createGraphics();
        g.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(grey, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        g.dispose();
        return scaled;
    }

    private static BufferedImage grey(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) return image;
        var grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var g = grey.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, grey.getWidth(), grey.getHeight());
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return grey;
    }

    /** The angle in degrees at which lines of ink are sharpest, from sums of dark points along slanted rows. */
    static double skew(BufferedImage grey) {
        int step = Math.max(1, grey.getWidth() / 800);
        var points = darkPoints(grey, step);
        double best = 0;
        double sharpest = sharpness(points, grey.getHeight() / step, 0) * 1.02;
        for (double angle = -STEEPEST; angle <= STEEPEST; angle += STEP) {
            double sharp = sharpness(points, grey.getHeight() / step, angle);
            if (sharp > sharpest) {
                sharpest = sharp;
                best = angle;
            }
        }
        return best;
    }

    private static List<int[]> darkPoints(BufferedImage grey, int step) {
        var bytes = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int width = grey.getWidth();
        var points = new ArrayList<int[]>();
        for (int y = 0; y < grey.getHeight(); y += step)
            for (int x = 0; x < width; x += step)
                if ((bytes[y * width + x] & 0xFF) < 128) points.add(new int[] {x / step, y / step});
        return points;
    }

    private static double sharpness(List<int[]> points, int height, double degrees) {
        double slope = Math.tan(Math.toRadians(degrees));
        var rows = new int[height * 2 + 1];
        for (var point : points) {
            int row = (int) Math.round(point[1] - point[0] * slope) + height / 2;
            if (row >= 0 && row < rows.length) rows[row]++;
        }
        double sum = 0;
        for (int row : rows) sum += (double) row * row;
        return sum;
    }

    private static BufferedImage rotated(BufferedImage grey, double degrees) {
        if (Math.abs(degrees) < STEP / 2) return grey;
        var straight = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var g = straight.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, straight.getWidth(), straight.getHeight());
        g.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(
                grey,
                AffineTransform.getRotateInstance(
                        Math.toRadians(-degrees), grey.getWidth() / 2.0, grey.getHeight() / 2.0),
                null);
        g.dispose();
        return straight;
    }
}
