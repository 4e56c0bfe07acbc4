using System.Text;
using IsolationModel.Conformance.Documentation;
using IsolationModel.Descriptors;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>Inputs that cannot stand in a page. Each belongs to the page of a rule; the page describes it in words.</summary>
internal static class GeneratedInput
{
    /// <summary>What an operating system says of a file that it does not give.</summary>
    public const string Refusal = "access denied";

    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: example\n";

    /// <summary>The nodes of <see cref="Listed"/> beside the items: keys, values, the metadata, the list and the Pod.</summary>
    private const int NodesAroundList = 11;

    private static readonly Dictionary<(string RuleId, Expectation Expectation), Func<ExampleInput>> Recipes = new()
    {
        [("ISM9002", Expectation.Flagged)] = () => Padded(DescriptorLimits.FileSize + 1),
        [("ISM9002", Expectation.Clean)] = () => Padded(DescriptorLimits.FileSize),
        [("ISM9003", Expectation.Flagged)] = () => Descriptor([.. Encoding.ASCII.GetBytes(Pod), .. "# caf"u8, 0xE9, (byte)'\n']),
        [("ISM9003", Expectation.Clean)] = () => Descriptor([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Pod)]),
        [("ISM9004", Expectation.Flagged)] = () => Nested(DescriptorLimits.Depth),
        [("ISM9004", Expectation.Clean)] = () => Nested(DescriptorLimits.Depth - 1),
        [("ISM9009", Expectation.Flagged)] = () => Listed(DescriptorLimits.Nodes - NodesAroundList + 3),
        [("ISM9009", Expectation.Clean)] = () => Listed(DescriptorLimits.Nodes - NodesAroundList),
        [("ISM9008", Expectation.Flagged)] = () => new ExampleInput(ExampleInput.DescriptorName, null),
    };

    /// <summary>The places that the recipes promise, since a description has no lines to mark.</summary>
    private static readonly Dictionary<string, (int Line, int Column, int Length)> Places = new(StringComparer.Ordinal)
    {
        ["ISM9002"] = (1, 1, 0),
        ["ISM9003"] = (5, 6, 0),
        ["ISM9004"] = (5, 10 + DescriptorLimits.Depth, 1),
        ["ISM9008"] = (1, 1, 0),
        // The first item for which there is no room.
        ["ISM9009"] = (5, "x-items: [".Length + 1 + (2 * (DescriptorLimits.Nodes - NodesAroundList)), 0),
    };

    /// <summary>Makes the input that a page describes.</summary>
    public static ExampleInput For(PageExample example) => Recipes.TryGetValue((example.RuleId, example.Expectation), out var recipe)
        ? recipe()
        : throw new InvalidOperationException($"{example}: there is no recipe for this description.");

    /// <summary>The finding that a flagged description promises.</summary>
    public static Marker MarkerOf(PageExample example)
    {
        var (line, column, length) = Places[example.RuleId];
        return new Marker(example.RuleId, line, column, column + length, string.Empty);
    }

    private static ExampleInput Descriptor(byte[] bytes) => new(ExampleInput.DescriptorName, bytes);

    /// <summary>A Pod, and a comment that fills the file up to a size.</summary>
    private static ExampleInput Padded(int size)
    {
        var bytes = new byte[size];
        Array.Fill(bytes, (byte)'#');
        Encoding.ASCII.GetBytes(Pod, bytes);
        return Descriptor(bytes);
    }

    /// <summary>A Pod whose field holds lists in lists; the Pod's own mapping counts as the first level.</summary>
    private static ExampleInput Nested(int lists) => ExampleInput.OfText(
        ExampleInput.DescriptorName,
        $"{Pod}x-nested: {new string('[', lists)}{new string(']', lists)}\n");

    /// <summary>A Pod whose field holds a list.</summary>
    private static ExampleInput Listed(int items) => ExampleInput.OfText(
        ExampleInput.DescriptorName,
        $"{Pod}x-items: [{string.Join(',', Enumerable.Repeat('0', items))}]\n");
}
