using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class CompareTests
{
    [Fact]
    public void Families_stand_side_by_side_with_evidence_and_claim()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("compare", "virtualization", "containerization", "sandboxing");

        Assert.Equal(0, run.ExitCode);
        foreach (var claim in new[] { "分钟级（需加载完整 OS）", "秒级/毫秒级（毫秒级启动）", "毫秒级", "高（数百 MB 至 GB 内存）", "低（MB 级内存占用）", "极低", "5-15%（硬件虚拟化层开销）", "接近原生（<5%）", "接近原生" })
        {
            Assert.Contains($"\"{claim}\"", run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("\n  C  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_better_is_told_where_the_model_orders_it()
    {
        using var workspace = new Workspace();

        var better = workspace.Run("compare", "runc", "gvisor", "kata", "--format", "json").Json().GetProperty("better");

        Assert.Equal("kata", better.GetProperty("boundary").GetString());
        Assert.Equal("runc (typically)", better.GetProperty("memoryOverhead").GetString());
        Assert.False(better.TryGetProperty("gpu", out _));
    }

    [Fact]
    public void Needs_add_verdicts()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("compare", "runc", "gvisor", "--need", "untrusted-code");
        var json = workspace.Run("compare", "runc", "gvisor", "--need", "untrusted-code", "--format", "json").Json();

        Assert.Contains("runc is unsuitable: untrusted-code: boundary at least software-sandbox, found shared-kernel", run.Output, StringComparison.Ordinal);
        Assert.Equal(["unsuitable", "suitable"], json.GetProperty("compared").EnumerateArray().Select(subject => subject.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData("compare gvisor", "1 thing is named")]
    [InlineData("compare gvisor runsc", "1 thing is named")]
    [InlineData("compare gvisor kta", "nothing that is called 'kta'; did you mean 'kata'?")]
    [InlineData("compare sandboxing gvisor --need untrusted-code", "--need takes technologies")]
    [InlineData("compare runc crun youki gvisor kata docker k3s podman kubernetes", "9 things are named")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();

        var run = workspace.Run(commandLine.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
