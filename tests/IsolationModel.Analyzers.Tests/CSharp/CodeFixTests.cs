using IsolationModel.Analyzers.Tests.Support;
using IsolationModel.CodeFixes;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Fixes of C# code: they change what they say, and keep comments and the way in which code is written.</summary>
public sealed class CodeFixTests
{
    private static string Class(string members) => $$"""
        using IsolationModel;

        /// <summary>What is deployed.</summary>
        [System.Obsolete]
        public static class Deploy
        {
            {{members}}
        }

        """;

    [Fact]
    public Task The_technology_is_replaced_by_the_best_suited_one() => new CodeFixTest<TechnologyFixProvider>(
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    // a sandbox would be better
                    Technology = {|ISM1001:Technologies.Runc|}, // for now
                    Needs = Need.Of(Threats.UntrustedCode),
                };

                public static WorkloadDescriptor B { get; } = new WorkloadDescriptor("b") { Technology = {|ISM1001:IsolationModel.Technologies.Runc|}, Needs = Need.Of(Threats.UntrustedCode) };
            """),
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    // a sandbox would be better
                    Technology = Technologies.GVisor, // for now
                    Needs = Need.Of(Threats.UntrustedCode),
                };

                public static WorkloadDescriptor B { get; } = new WorkloadDescriptor("b") { Technology = IsolationModel.Technologies.GVisor, Needs = Need.Of(Threats.UntrustedCode) };
            """),
        "IsolationModel.ISM1001.Use.gvisor").Check();

    [Fact]
    public Task A_technology_is_set_where_the_default_of_the_platform_would_run() => new CodeFixTest<TechnologyFixProvider>(
        Class("""
            public static WorkloadDescriptor A { get; } = new {|ISM1001:WorkloadDescriptor|}("a")
                {
                    Platform = Platforms.Kubernetes,
                    Needs = Need.Of(Threats.UntrustedCode), // whoever it is
                };
            """),
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    Technology = Technologies.GVisor,
                    Platform = Platforms.Kubernetes,
                    Needs = Need.Of(Threats.UntrustedCode), // whoever it is
                };
            """),
        "IsolationModel.ISM1001.Use.gvisor").Check();

    [Fact]
    public Task Settings_that_weaken_go() => new CodeFixTest<SettingFixProvider>(
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    Technology = Technologies.Runc,
                    Needs = Need.Of(Levels.Medium),
                    Settings = new PodSettings
                    {
                        // as the vendor wants it
                        Privileged = {|ISM2001:true|},
                        Seccomp = {|ISM2001:SeccompSetting.Unconfined|}, // profile
                        RunAsNonRoot = true,
                    },
                };
            """),
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    Technology = Technologies.Runc,
                    Needs = Need.Of(Levels.Medium),
                    Settings = new PodSettings
                    {
                        // as the vendor wants it
                        Seccomp = SeccompSetting.RuntimeDefault, // profile
                        RunAsNonRoot = true,
                    },
                };
            """)).Check();

    [Fact]
    public Task An_item_that_weakens_goes_and_the_others_stay() => new CodeFixTest<SettingFixProvider>(
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    Technology = Technologies.Runc,
                    Needs = Need.Of(Levels.Medium),
                    Settings = new PodSettings { Seccomp = SeccompSetting.RuntimeDefault, AddedCapabilities = { "NET_BIND_SERVICE", {|ISM2001:"SYS_MODULE"|} } },
                };
            """),
        Class("""
            public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a")
                {
                    Technology = Technologies.Runc,
                    Needs = Need.Of(Levels.Medium),
                    Settings = new PodSettings { Seccomp = SeccompSetting.RuntimeDefault, AddedCapabilities = { "NET_BIND_SERVICE" } },
                };
            """)).Check();

    [Fact]
    public Task A_statement_that_weakens_goes() => new CodeFixTest<SettingFixProvider>(
        Class("""
            public static WorkloadDescriptor Make()
                {
                    var made = new WorkloadDescriptor("a") { Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { Seccomp = SeccompSetting.RuntimeDefault } };
                    made.Settings.Privileged = {|ISM2001:true|};
                    return made;
                }
            """),
        Class("""
            public static WorkloadDescriptor Make()
                {
                    var made = new WorkloadDescriptor("a") { Technology = Technologies.Runc, Needs = Need.Of(Levels.Medium), Settings = new PodSettings { Seccomp = SeccompSetting.RuntimeDefault } };
                    return made;
                }
            """)).Check();

    [Fact]
    public Task A_misspelt_need_gets_its_nearest_spelling() => new CodeFixTest<CodeEditFixProvider>(
        Class("""[RequiresIsolation("level:high, {|ISM1101:untrusted-cod|} ,{|ISM1101:side-chanels|}", /* why */ Level = "{|ISM1101:hihg|}")] public static int A => 1;"""),
        Class("""[RequiresIsolation("level:high, untrusted-code ,side-channels", /* why */ Level = "high")] public static int A => 1;""")).Check();

    [Fact]
    public Task A_misspelt_need_that_is_parsed_gets_its_nearest_spelling() => new CodeFixTest<CodeEditFixProvider>(
        Class("""public static object A => Need.Parse("{|ISM3002:kernel-exploi|}"); public static object B => Need.Parse(@"plug-in,{|ISM3002:untrusted-cod|}");"""),
        Class("""public static object A => Need.Parse("kernel-exploit"); public static object B => Need.Parse(@"plug-in,untrusted-code");""")).Check();

    [Fact]
    public Task An_id_becomes_the_typed_member() => new CodeFixTest<CodeEditFixProvider>(
        Class("""public static Technology A => IsolationModel.Technologies.Find({|ISM3003:"gvisor"|}) /* here */; public static Platform B => Platforms.Find({|ISM3003:"kubernetes"|});"""),
        Class("""public static Technology A => IsolationModel.Technologies.GVisor /* here */; public static Platform B => Platforms.Kubernetes;""")).Check();

    [Fact]
    public Task A_misspelt_id_gets_its_nearest_spelling() => new CodeFixTest<CodeEditFixProvider>(
        Class("""public static Technology A => Technologies.Find({|ISM3001:"gvisr"|});"""),
        Class("""public static Technology A => Technologies.Find({|ISM3003:"gvisor"|});"""),
        "IsolationModel.ISM3001.Edits").Check();

    [Fact]
    public Task A_level_is_declared_on_the_type() => new CodeFixTest<NeedFixProvider>(
        Class("""public static WorkloadDescriptor A { get; } = new {|ISM3004:WorkloadDescriptor|}("a") { Technology = Technologies.GVisor };"""),
        Class("""public static WorkloadDescriptor A { get; } = new WorkloadDescriptor("a") { Technology = Technologies.GVisor };""")
            .Replace("[System.Obsolete]", "[RequiresIsolation(Level = \"high\")]\n[System.Obsolete]", StringComparison.Ordinal),
        "IsolationModel.ISM3004.Level.high").Check();
}
