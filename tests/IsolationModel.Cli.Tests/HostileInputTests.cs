using System.Globalization;
using System.Text;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>One bad file costs one message on that file; the others are judged as if it were not there.</summary>
public sealed class HostileInputTests
{
    private const string Head = "apiVersion: v1\nkind: Pod\n";

    private const string NeighbourFinding = "neighbour.yaml(7,1): warning ISM1001: ";

    [Theory]
    [InlineData("bomb.yaml", "ISM9005")]
    [InlineData("brackets.yaml", "ISM9004")]
    [InlineData("brackets.k8s.json", "ISM9004")]
    [InlineData("braces.json", "ISM9004")]
    [InlineData("latin.yaml", "ISM9003")]
    [InlineData("nul.yaml", "ISM9003")]
    [InlineData("chart.yaml", "ISM9007")]
    [InlineData("cycle.yaml", "ISM9005")]
    [InlineData("unclosed.yaml", "ISM9006")]
    [InlineData("unclosed.k8s.json", "ISM9006")]
    [InlineData("binary.yaml", "ISM9003")]
    public void A_bad_file_costs_one_message_with_its_place(string file, string rule)
    {
        using var workspace = new Workspace();
        workspace.Add(file, Content(file)).Add("neighbour.yaml", Samples.Unsafe);

        var run = workspace.Run("check", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(2, run.FindingLines.Count);
        var own = Assert.Single(run.FindingLines, line => line.StartsWith($"{file}(", StringComparison.Ordinal));
        Assert.Contains($"): warning {rule}: ", own, StringComparison.Ordinal);
        Assert.Single(run.FindingLines, line => line.StartsWith(NeighbourFinding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("latin.yaml", 4, 12)]
    [InlineData("nul.yaml", 4, 10)]
    [InlineData("cycle.yaml", 5, 9)]
    [InlineData("chart.yaml", 3, 1)]
    public void The_place_is_that_of_the_culprit(string file, int line, int column)
    {
        using var workspace = new Workspace();
        workspace.Add(file, Content(file));

        Assert.StartsWith($"{file}({line},{column}): ", Assert.Single(workspace.Run("check", ".").FindingLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("big.yaml", true)]
    [InlineData("big.k8s.json", true)]
    [InlineData("data.json", false)]
    public void A_file_beyond_the_limit_is_not_read(string file, bool isTold)
    {
        using var workspace = new Workspace();
        workspace.Add("neighbour.yaml", Samples.Unsafe);
        using (var big = File.Create(workspace.PathOf(file)))
        {
            big.SetLength(50L * 1024 * 1024);
        }

        var run = workspace.Run("check", ".");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(isTold, run.FindingLines.Any(line => line.StartsWith($"{file}(1,1): warning ISM9002: ", StringComparison.Ordinal)));
        Assert.Single(run.FindingLines, line => line.StartsWith(NeighbourFinding, StringComparison.Ordinal));
        Assert.Contains("ISM9002", Assert.Single(workspace.Run("check", file).FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_json_file_that_looks_like_a_descriptor_is_told()
    {
        using var workspace = new Workspace();
        workspace.Add("list.json", """{ "apiVersion": "v1", "kind": "List", "items": [""");
        using (var big = File.OpenWrite(workspace.PathOf("list.json")))
        {
            big.SetLength(50L * 1024 * 1024);
        }

        Assert.StartsWith("list.json(1,1): warning ISM9002: ", Assert.Single(workspace.Run("check", ".").FindingLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_standard_input_is_cut_off()
    {
        using var workspace = new Workspace();
        using var output = new MemoryStream();
        using var error = new StringWriter();

        var code = IsolationTool.Run(["check", "-"], new ToolHost(() => new EndlessStream(), output, error, workspace.Root, UsesColor: false), TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.StartsWith("<stdin>(1,1): warning ISM9002: ", Workspace.Text(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"formatVersion\": \"1.0\",\n  \"model\": { \"id\": \"x", 3, 20)]
    public void A_truncated_overlay_is_one_message_and_the_findings_of_files_stay(string overlay, int line, int column)
    {
        using var workspace = new Workspace();
        workspace.Add("neighbour.yaml", Samples.Unsafe).Add("shop.isolation.json", overlay);

        var run = workspace.Run("check", ".", "--model", "shop.isolation.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.FindingLines.Count);
        Assert.StartsWith($"shop.isolation.json({line},{column}): error ISM0001: ", run.FindingLines[1], StringComparison.Ordinal);
        Assert.StartsWith(NeighbourFinding, run.FindingLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_forge_the_report()
    {
        const string name = @"x\e[2J\e]0;t\a\nneighbour.yaml(1,1): error ISM0000: forged\x9b1m\u202Egpj\u2028";
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe.Replace("plugins", $"\"{name}\"", StringComparison.Ordinal));

        var run = workspace.Run("check", ".");

        Assert.StartsWith("pod.yaml(7,1): warning ISM1001: ", Assert.Single(run.FindingLines), StringComparison.Ordinal);
        Assert.Contains(@"x\u001B[2J\u001B]0;t\u0007\nneighbour.yaml(1,1): error ISM0000: forged\u009B1m\u202Egpj\u2028 needs", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, character => char.IsControl(character) && character != '\n');
    }

    [Fact]
    public void Names_of_files_cannot_forge_the_report()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names do not exist on Windows");
        using var workspace = new Workspace();
        workspace.Add("a\n\u001b[1mb.yaml", Samples.Unsafe);

        Assert.StartsWith(@"a\n\u001B[1mb.yaml(7,1): warning ISM1001: ", Assert.Single(workspace.Run("check", ".").FindingLines), StringComparison.Ordinal);
        Assert.Equal("a\n\u001b[1mb.yaml", workspace.Run("check", ".", "--format", "json").Json().GetProperty("findings")[0].GetProperty("file").GetString());
    }

    private static byte[] Content(string file) => file switch
    {
        "bomb.yaml" => Utf8(Bomb()),
        "brackets.yaml" => Utf8($"{Head}spec: {new string('[', 100_000)}"),
        "brackets.k8s.json" => Utf8($$"""{ "apiVersion": "v1", "kind": "Pod", "spec": {{new string('[', 100_000)}}"""),
        "braces.json" => Utf8($$"""{ "apiVersion": "v1", "kind": "Pod", "spec": {{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}}"""),
        "latin.yaml" => [.. Utf8($"{Head}metadata:\n  name: caf"), 0xE9, (byte)'\n'],
        "nul.yaml" => Utf8($"{Head}metadata:\n  name: a\0b\n"),
        "chart.yaml" => Utf8($$$"""{{{Head}}}{{- if .Values.x }}{{{"\n"}}}metadata:{{{"\n"}}}  name: {{ .Values.name }}{{{"\n"}}}{{- end }}{{{"\n"}}}"""),
        "cycle.yaml" => Utf8($"{Head}metadata: &m\n  name: x\n  self: *m\nspec: {{}}\n"),
        "unclosed.yaml" => Utf8($"{Head}spec: {{ containers: [\n"),
        "unclosed.k8s.json" => Utf8("""{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": ["""),
        _ => [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0xFF, 0xFE, 0x80],
    };

    private static string Bomb()
    {
        var text = new StringBuilder($"{Head}a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            var items = string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9));
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{items}]\n");
        }

        return text.ToString();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
