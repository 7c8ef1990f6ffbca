import com.sun.net.httpserver.*;
import java.io.*;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.*;
import org.apache.jena.riot.*;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateFactory;

/** Jena's store TDB2, asked and updated by POST as the SPARQL protocol has it: java Store.java PORT FOLDER */
public class Store {
    public static void main(String[] words) throws IOException {
        Dataset store = TDB2Factory.connectDataset(words[1]);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(words[0])), 0);
        server.createContext("/", exchange -> {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int status = 200;
            try {
                if (exchange.getRequestURI().getPath().equals("/update")) {
                    Txn.executeWrite(store, () -> UpdateExecutionFactory.create(UpdateFactory.create(text), store).execute());
                } else {
                    Txn.executeRead(store, () -> answer(QueryExecutionFactory.create(text, store), said));
                }
            } catch (RuntimeException error) {
                status = 400;
                said.writeBytes(String.valueOf(error.getMessage()).getBytes(StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(status, said.size() == 0 ? -1 : said.size());
            exchange.getResponseBody().write(said.toByteArray());
            exchange.close();
        });
        server.start();
    }

    private static void answer(QueryExecution asked, OutputStream said) {
        if (asked.getQuery().isConstructType()) {
            RDFDataMgr.write(said, asked.execConstruct(), Lang.NTRIPLES);
        } else if (asked.getQuery().isAskType()) {
            ResultSetFormatter.outputAsJSON(said, asked.execAsk());
        } else {
            ResultSetFormatter.outputAsJSON(said, asked.execSelect());
        }
    }
}
