package vn.qppl.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetAddressTest {
    private static String again(String written) {
        return TargetAddress.parse(written).orElseThrow().print();
    }

    @Test
    void printsWhatItReads() {
        for (var written : new String[] {
            "điểm đ khoản 2 Điều 3",
            "khoản 4a Điều 23",
            "Điều 12a",
            "tên Điều 5",
            "Mẫu số 05 Phụ lục I",
            "Mục 3 Chương III",
            "khoản 2 Điều 5 Quy định ban hành kèm theo"
        }) assertThat(again(written)).isEqualTo(written);
    }

    @Test
    void wordsWithoutProvisionAreNoAddress() {
        assertThat(TargetAddress.parse("một số điều")).isEmpty();
        assertThat(TargetAddress.parse("điều kiện kinh doanh")).isEmpty();
        assertThat(TargetAddress.parse("")).isEmpty();
    }
}
