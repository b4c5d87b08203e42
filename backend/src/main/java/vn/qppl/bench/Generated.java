package vn.qppl.bench;

import java.util.Random;

/** Text that looks like law: syllables of legal Vietnamese by a long-tailed distribution, the same for one seed. */
final class Generated {
    private static final String[] SYLLABLES =
            ("quy định về việc của các cơ quan tổ chức cá nhân trong phạm vi địa bàn tỉnh thực hiện quản lý nhà nước"
                            + " đất đai xây dựng đầu tư tài chính ngân sách chi thu mức hỗ trợ học phí giáo dục y tế môi trường nước rừng"
                            + " khoáng sản giao thông đường bộ an toàn trật tự xã hội văn hóa du lịch lao động việc làm bảo hiểm người có"
                            + " công trẻ em thanh niên phụ nữ nông thôn nghiệp thủy lợi phòng chống thiên tai dịch bệnh hồ sơ thủ tục"
                            + " hành chính cấp phép thu hồi bồi thường tái định cư giá bảng thuế lệ phí kiểm tra thanh tra xử phạt vi"
                            + " phạm khiếu nại tố cáo hội đồng nhân dân ủy ban sở ngành phường xã thị trấn quyết nghị thông tư luật")
                    .split(" ");

    private final Random random;

    Generated(long seed) {
        random = new Random(seed);
    }

    String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) words.append(' ');
            double place = random.nextDouble();
            words.append(SYLLABLES[(int) (place * place * SYLLABLES.length)]);
        }
        return words.toString();
    }

    String title() {
        return "Quy định " + words(8 + random.nextInt(12));
    }

    /** @param words of each clause, about */
    String articles(int count, int words) {
        var text = new StringBuilder();
        for (int article = 1; article <= count; article++) {
            text.append("Điều ")
                    .append(article)
                    .append(". ")
                    .append(capital(words(4 + random.nextInt(6))))
                    .append('\n');
            int clauses = 1 + random.nextInt(4);
            for (int clause = 1; clause <= clauses; clause++)
                text.append(clause)
                        .append(". ")
                        .append(capital(words(words / 2 + random.nextInt(words))))
                        .append(".\n");
        }
        return text.toString();
    }

    /** An article as an amending clause quotes it. */
    String article(int number, int words) {
        return "Điều " + number + ". " + capital(words(6)) + "\n1. " + capital(words(words)) + ".\n2. "
                + capital(words(words / 2)) + ".";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
