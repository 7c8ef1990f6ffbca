import fr.inria.corese.core.Graph;
import fr.inria.corese.core.load.Load;
import fr.inria.corese.core.print.ResultFormat;
import fr.inria.corese.core.query.QueryProcess;
import java.nio.file.*;

/** Writes what Corese answers to questions: java Answers.java GRAPH FOLDER QUESTION… */
public class Answers {
    public static void main(String[] words) throws Exception {
        Graph graph = Graph.create();
        Load load = Load.create(graph);
        load.parse(words[0]);
        QueryProcess ask = QueryProcess.create(graph);
        for (int i = 2; i < words.length; i++) {
            Path file = Path.of(words[i]);
            String rows = ResultFormat.create(ask.query(Files.readString(file)), ResultFormat.format.JSON_FORMAT).toString();
            Files.writeString(Path.of(words[1], file.getFileName() + ".json"), rows);
        }
    }
}
