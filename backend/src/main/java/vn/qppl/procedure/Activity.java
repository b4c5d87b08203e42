package vn.qppl.procedure;

/** What happens in a step, whatever a procedure calls it: by this the casework finds its step in any procedure. */
public enum Activity {
    PROPOSE("Đề nghị, đăng ký xây dựng"),
    REQUEST_SHORTENED("Đề nghị áp dụng thủ tục rút gọn"),
    BUILD_POLICY("Xây dựng chính sách"),
    CONSULT_ON_POLICY("Lấy ý kiến về chính sách"),
    APPRAISE_POLICY("Thẩm định đề nghị"),
    ADOPT_POLICY("Thông qua chính sách"),
    SUBMIT_PROPOSAL("Trình đề nghị"),
    ASSIGN("Chấp thuận, phân công soạn thảo"),
    DRAFT("Soạn thảo"),
    CONSULT("Lấy ý kiến"),
    SEND_FOR_APPRAISAL("Gửi thẩm định"),
    APPRAISE("Thẩm định"),
    REVISE("Tiếp thu, giải trình"),
    SUBMIT("Trình"),
    DECIDE_TO_SUBMIT("Quyết định trình"),
    SEND_FOR_VERIFICATION("Gửi thẩm tra"),
    VERIFY("Thẩm tra"),
    REVISE_AFTER_VERIFICATION("Tiếp thu ý kiến thẩm tra"),
    SEND_TO_MEMBERS("Gửi hồ sơ đến đại biểu, thành viên"),
    ADOPT("Thông qua"),
    SIGN("Ký ban hành, ký chứng thực"),
    PUBLISH("Đăng Công báo, niêm yết, cập nhật cơ sở dữ liệu"),
    SEND_FOR_INSPECTION("Gửi để giám sát, kiểm tra"),
    SELF_INSPECT("Tự kiểm tra");

    private final String label;

    Activity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
