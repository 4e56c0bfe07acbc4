using CsCheck;
using IsolationModel.Conformance.PublicDescriptors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IsolationModel.Conformance.Yaml;

/// <summary>YamlDotNet, which reads YAML in most programs for .NET, reads and writes the same events.</summary>
public sealed class SecondReaderTests
{
    /// <summary>Texts with everything that YAML gives a meaning, so that a writer has to choose its quotes with care.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        "a", "b c", "1", " ", "  ", "\n", "\n\n", ":", ": ", " #", "#", "- ", "-", "?", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "\t", "---", "...", "é", "\U0001f600", "<<", "null", "{{ x }}")
        .Array[0, 5].Select(string.Concat);

    private const int Samples = 5_000;

    private static readonly Gen<Action<IEmitter>> Nodes = Gen.Recursive<Action<IEmitter>>((depth, inner) => depth > 2
        ? Scalars
        : Gen.Frequency((4, Scalars), (2, Sequences(inner)), (2, Mappings(inner))));

    private static Gen<Action<IEmitter>> Scalars => Gen.Select(Texts, Gen.OneOf(ScalarStyle.Any, ScalarStyle.Plain, ScalarStyle.SingleQuoted, ScalarStyle.DoubleQuoted, ScalarStyle.Literal, ScalarStyle.Folded))
        .Select(static (text, style) => (Action<IEmitter>)(emitter => emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: true, isQuotedImplicit: true))));

    public static TheoryData<string> Folders => ["tests", "schema", "analyzers"];

    [Fact]
    public void What_it_writes_is_read_as_it_reads_it()
    {
        var compared = 0;
        Nodes.Select(Write).Sample(
            written =>
            {
                // Where it does not read what it was told to write, as with a tab in front of a text, nothing is proven.
                var theirs = OtherEvents.Of(written.Text);
                if (theirs.Problem is null && theirs.Values().SequenceEqual(written.Values))
                {
                    Interlocked.Increment(ref compared);
                    Assert.Equal(theirs, EventText.Of(written.Text));
                }
            },
            iter: Samples);
        Assert.True(compared > Samples / 3, $"only {compared} of {Samples} could be compared");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_descriptor_of_the_repository_is_read_alike(string folder) => ExpectAlike(Repository.PathOf(folder));

    [Fact]
    public void Each_public_descriptor_is_read_alike()
    {
        PublicCorpus.SkipIfAbsent();
        ExpectAlike(Repository.Corpus!);
    }

    private static Gen<Action<IEmitter>> Sequences(Gen<Action<IEmitter>> inner) => Gen.Select(inner.Array[0, 3], Gen.OneOf(SequenceStyle.Block, SequenceStyle.Flow))
        .Select(static (items, style) => (Action<IEmitter>)(emitter =>
        {
            emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
            Array.ForEach(items, item => item(emitter));
            emitter.Emit(new SequenceEnd());
        }));

    private static Gen<Action<IEmitter>> Mappings(Gen<Action<IEmitter>> inner) => Gen.Select(inner.Array[0, 2], inner.Array[2], Gen.OneOf(MappingStyle.Block, MappingStyle.Flow))
        .Select(static (keys, values, style) => (Action<IEmitter>)(emitter =>
        {
            emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i](emitter);
                values[i](emitter);
            }

            emitter.Emit(new MappingEnd());
        }));

    private static (string Text, IReadOnlyList<string> Values) Write(Action<IEmitter> node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new RecordingEmitter(new Emitter(text));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        node(emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return (text.ToString(), emitter.Values);
    }

    private static void ExpectAlike(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static path => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.All(files, static path =>
        {
            var text = File.ReadAllText(path);
            var (ours, theirs) = (EventText.Of(text), OtherEvents.Of(text));
            Assert.Equal((theirs.Problem is null, theirs.Events), (ours.Problem is null, ours.Events));
        });
    }

    private sealed class RecordingEmitter(Emitter emitter) : IEmitter
    {
        public List<string> Values { get; } = [];

        public void Emit(ParsingEvent @event)
        {
            if (@event is Scalar scalar)
            {
                Values.Add(EventText.Escaped(scalar.Value));
            }

            emitter.Emit(@event);
        }
    }
}
