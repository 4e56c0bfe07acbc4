using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IsolationModel.Conformance.Architecture;

/// <summary>What of the platform shipped code can reach at all: what an assembly does not refer to, it cannot call.</summary>
public sealed class PlatformUseTests
{
    /// <summary>Everything that ships.</summary>
    public static TheoryData<string> Shipped { get; } =
    [
        "IsolationModel.Core", "IsolationModel.Descriptors", "IsolationModel.SDK", "IsolationModel.Build",
        "IsolationModel.Generators", "IsolationModel.Analyzers", "IsolationModel.CodeFixes", "IsolationModel.Cli",
    ];

    /// <summary>What the compiler loads: it gets texts, and opens nothing.</summary>
    public static TheoryData<string> Compiled { get; } =
    [
        "IsolationModel.Core", "IsolationModel.Descriptors", "IsolationModel.Generators", "IsolationModel.Analyzers", "IsolationModel.CodeFixes",
    ];

    /// <summary>Namespaces and types by which code talks over a network or starts programs.</summary>
    private static readonly string[] Network =
    [
        "System.Net.Http.", "System.Net.Sockets.", "System.Net.Security.", "System.Net.WebSockets.", "System.Net.Mail.", "System.Net.Quic.", "System.Net.NetworkInformation.",
        "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.HttpListener", "System.IO.Pipes.",
        "System.Diagnostics.Process::Start", "System.Diagnostics.Process::set_StartInfo", "System.Diagnostics.Process::get_StartInfo", "System.Diagnostics.ProcessStartInfo",
    ];

    /// <summary>Ways to run code that came as data.</summary>
    private static readonly string[] Code =
    [
        "System.Reflection.Assembly::Load", "System.Reflection.Assembly::LoadFrom", "System.Reflection.Assembly::LoadFile", "System.Reflection.Assembly::UnsafeLoadFrom",
        "System.Runtime.Loader.AssemblyLoadContext::LoadFromAssemblyPath", "System.Runtime.Loader.AssemblyLoadContext::LoadFromStream",
        "System.Runtime.InteropServices.NativeLibrary::Load", "System.Type::GetType", "System.Linq.Expressions.Expression`1::Compile",
        "System.Runtime.Serialization.Formatters.Binary.BinaryFormatter::Deserialize", "System.Activator::CreateInstanceFrom",
    ];

    private static readonly string[] Files =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.FileSystemWatcher",
        "System.IO.Enumeration.", "System.IO.MemoryMappedFiles.", "System.Console", "System.Environment::GetEnvironmentVariable",
    ];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_assembly_can_talk_over_a_network_or_start_a_program(string name)
    {
        var used = UsesOf(name);
        Assert.DoesNotContain(used, static use => Array.Exists(Network, forbidden => IsOf(use, forbidden)));

        // The name of the machine is part of links to files, by which terminals tell where a file lies; asking for it sends nothing.
        Assert.DoesNotContain(used, static use => use.StartsWith("System.Net.Dns", StringComparison.Ordinal) && use is not ("System.Net.Dns" or "System.Net.Dns::GetHostName"));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_assembly_can_load_code(string name) => Assert.DoesNotContain(UsesOf(name), static use => Code.Contains(use, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_assembly_calls_native_code(string name)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        Assert.Equal(0, metadata.GetTableRowCount(TableIndex.ImplMap));
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public void What_the_compiler_loads_can_open_no_file(string name) => Assert.DoesNotContain(UsesOf(name), static use => Array.Exists(Files, forbidden => IsOf(use, forbidden)));

    /// <summary>A check that looked at nothing would pass as well.</summary>
    [Fact]
    public void Uses_are_really_seen()
    {
        Assert.Contains("System.IO.FileStream", UsesOf("IsolationModel.Cli"));
        Assert.Contains("System.Console::OpenStandardOutput", UsesOf("IsolationModel.Cli"));
        Assert.Contains(UsesOf(typeof(PlatformUseTests).Assembly.GetName().Name!), static use => IsOf(use, "System.IO.File"));
    }

    private static bool IsOf(string use, string forbidden) => forbidden.EndsWith('.')
        ? use.StartsWith(forbidden, StringComparison.Ordinal)
        : use == forbidden || use.StartsWith(forbidden + "::", StringComparison.Ordinal);

    /// <summary>The types that an assembly refers to, and their members as <c>type::member</c>.</summary>
    private static HashSet<string> UsesOf(string name)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        var uses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            uses.Add(NameOf(metadata, handle));
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (TypeOf(metadata, member.Parent) is { } type)
            {
                uses.Add($"{type}::{metadata.GetString(member.Name)}");
            }
        }

        return uses;
    }

    private static string? TypeOf(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return NameOf(metadata, (TypeReferenceHandle)parent);
        }

        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        // GENERICINST (0x15), class (0x12) or value type (0x11), then the type.
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        return signature.ReadByte() == 0x15 && signature.ReadByte() is 0x11 or 0x12 && signature.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic
            ? NameOf(metadata, (TypeReferenceHandle)generic)
            : null;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
