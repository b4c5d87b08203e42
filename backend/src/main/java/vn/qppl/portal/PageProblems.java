package vn.qppl.portal;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.qppl.web.ProblemException;
import vn.qppl.wording.WordingProblem;

/** Pages answer with pages: what happened, what to do. */
@ControllerAdvice(assignableTypes = {PortalController.class, EliController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {
    @ExceptionHandler
    ModelAndView problem(ProblemException e) {
        var page = new ModelAndView("problem");
        page.setStatus(e.problem().status());
        if (e.problem() == WordingProblem.BEFORE_ISSUE) {
            page.addObject("title", "Trước ngày ban hành");
            page.addObject(
                    "detail", "Vào ngày đang hỏi, văn bản chưa được ban hành. Hãy chọn ngày từ ngày ban hành trở đi.");
        } else if (e.problem() == WordingProblem.DATES_REVERSED) {
            page.addObject("title", "Ngày so sánh bị đảo");
            page.addObject("detail", "Ngày của bản cũ phải trước ngày của bản mới.");
        } else if (e.problem() == PortalProblem.WITHDRAWN) {
            page.addObject("title", "Văn bản đã được rút khỏi trang công khai");
            page.addObject("detail", "Lý do: " + e.members().getOrDefault("reason", "không ghi") + ".");
        } else {
            page.addObject("title", "Không tìm thấy văn bản");
            page.addObject(
                    "detail",
                    "Địa chỉ này không dẫn tới văn bản công khai nào. Hãy tìm theo số, ký hiệu hoặc từ khóa.");
        }
        return page;
    }
}
