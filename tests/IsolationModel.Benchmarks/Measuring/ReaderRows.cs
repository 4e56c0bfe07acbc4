using System.Diagnostics;
using System.Globalization;
using System.Text;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>Reading the corpus in process, warm and on one thread: ours with evaluation, and what YamlDotNet itself makes of the same texts.</summary>
internal sealed class ReaderRows
{
    private const int Warmups = 5;
    private const int Count = 21;
    private const double TimeBudget = 1 / 0.7;
    private const double ByteBudget = 1.2;

    private readonly ModelIndex _model = new(BuiltInModel.Definition);
    private readonly NeedDeclaration[] _needs = [NeedDeclaration.ForRun(NeedCarrier.Needs, "untrusted-code")];
    private readonly IReadOnlyList<string> _texts;
    private readonly double _bytes;

    private ReaderRows(string folder)
    {
        _texts = DescriptorCorpus.Read(folder);
        _bytes = _texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text));
    }

    /// <summary>Measures and writes the rows.</summary>
    public static void Write(TextWriter output, string folder) => new ReaderRows(folder).Write(output);

    private void Write(TextWriter output)
    {
        (string Name, Func<long> Run)[] subjects =
        [
            ("YamlDotNet, events", () => _texts.Sum(BareYamlEvents.Count)),
            ("YamlDotNet, representation model", RepresentationModel),
            ("YamlDotNet, deserialiser", Deserialise),
            ("ours, workloads", () => ReadAll().Length),
            ("ours, workloads and findings", () => Evaluator.Evaluate(_model, ReadAll(), []).Findings.Count),
            ("ours, workloads and findings, each with a need", () => Evaluator.Evaluate(_model, ReadAll(), _needs).Findings.Count),
        ];
        var allocated = subjects.Select(subject => Allocated(subject.Run)).ToArray();
        var samples = Rounds.Run(Count, subjects.Select(subject => (subject.Name, (Func<double>)(() => Seconds(subject.Run)))).ToList());
        var evaluated = Evaluator.Evaluate(_model, ReadAll(), _needs);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{_texts.Count} files, {_bytes / 1e6:0.00} MB, {evaluated.Findings.Count} findings with a need\n\n"));
        var table = new MarkdownTable(output, "reader", "ms", "spread", "MB/s", "time / events", "budget", "bytes / byte", "bytes / events", "budget");
        for (var i = 0; i < samples.Count; i++)
        {
            var isJudged = i == 4;
            var (time, bytes) = (samples[i].Median / samples[0].Median, allocated[i] / allocated[0]);
            table.Row(
                samples[i].Name,
                MarkdownTable.Number(samples[i].Median * 1000),
                samples[i].SpreadText,
                MarkdownTable.Number(_bytes / 1e6 / samples[i].Median),
                MarkdownTable.Number(time),
                MarkdownTable.Budget(time, isJudged ? TimeBudget : null),
                MarkdownTable.Number(allocated[i] / _bytes),
                MarkdownTable.Number(bytes),
                MarkdownTable.Budget(bytes, isJudged ? ByteBudget : null));
        }
    }

    private static double Seconds(Func<long> run)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Warms up, too.</summary>
    private static double Allocated(Func<long> run)
    {
        for (var i = 0; i < Warmups; i++)
        {
            run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private DescriptorFile[] ReadAll()
    {
        var files = new DescriptorFile[_texts.Count];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = DescriptorReader.Read(string.Create(CultureInfo.InvariantCulture, $"{i:D5}.yaml"), _texts[i], DescriptorExpectation.Expected);
        }

        return files;
    }

    private long RepresentationModel()
    {
        var documents = 0L;
        foreach (var text in _texts)
        {
            try
            {
                var stream = new YamlStream();
                stream.Load(new StringReader(text));
                documents += stream.Documents.Count;
            }
            catch (YamlException)
            {
                // The reader under measurement ends here, too.
            }
            catch (ArgumentException)
            {
                // A key that stands twice.
            }
        }

        return documents;
    }

    private long Deserialise()
    {
        var deserializer = new DeserializerBuilder().Build();
        var documents = 0L;
        foreach (var text in _texts)
        {
            try
            {
                var parser = new Parser(new StringReader(text));
                parser.MoveNext();
                while (parser.Current is not YamlDotNet.Core.Events.StreamEnd && parser.MoveNext() && parser.Current is YamlDotNet.Core.Events.DocumentStart)
                {
                    deserializer.Deserialize<object>(parser);
                    documents++;
                }
            }
            catch (YamlException)
            {
                // The reader under measurement ends here, too.
            }
        }

        return documents;
    }
}
