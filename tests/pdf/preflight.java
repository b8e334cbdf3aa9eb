// Tells what PDFBox Preflight finds wrong with PDF/A-1b files: a line for every file and fault.
// The file's name and the fault are parted by a tab.

import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

class Preflight {
    public static void main(String[] names) throws Exception {
        for (String name : names) {
            PreflightParser parser = new PreflightParser(new File(name));
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                for (ValidationResult.ValidationError fault : document.getResult().getErrorsList()) {
                    System.out.println(name + "\t" + fault.getErrorCode() + " " + fault.getDetails());
                }
            }
        }
    }
}
