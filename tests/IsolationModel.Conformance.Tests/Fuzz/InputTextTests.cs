using CsCheck;
using IsolationModel.Fuzzing;

namespace IsolationModel.Conformance.Fuzz;

/// <summary>Kept inputs keep every byte, and can be committed as texts.</summary>
public sealed class InputTextTests
{
    private static readonly Gen<byte> Bytes = Gen.OneOf(Gen.Byte, Gen.OneOf("\n\r =\\x#a"u8.ToArray()));

    private static readonly Gen<FuzzInput> Inputs = Bytes.Array[0, 40].Array[1, 3].Select(static files => new FuzzInput([.. files.Select(static (bytes, i) => new FuzzFile($"a{i}/b.yaml", bytes))]));

    [Fact]
    public void Every_input_is_read_as_it_was_written() => Inputs.Sample(static input =>
    {
        var text = InputText.Write(input, "a note\nof two lines");
        var read = InputText.Read(text);
        Assert.Equal(input.Files.Select(static file => file.Path), read.Files.Select(static file => file.Path));
        Assert.All(input.Files.Zip(read.Files), static pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
        Assert.All(text, static character => Assert.InRange(character, '\n', '~'));
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("==== a\n\\\n", "")]
    [InlineData("==== a\nb\n", "b\n")]
    [InlineData("# note\n==== a\nb\\x0D\\x5Cc\\\n", "b\r\\c")]
    public void It_reads_as_it_looks(string text, string expected) => Assert.Equal(expected, Assert.Single(InputText.Read(text).Files).Text);

    [Fact]
    public void A_backslash_that_escapes_nothing_is_a_mistake() => Assert.Throws<FormatException>(() => InputText.Read("==== a\n\\u00e9\n"));
}
