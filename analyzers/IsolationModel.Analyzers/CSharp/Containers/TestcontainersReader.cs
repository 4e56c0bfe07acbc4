using IsolationModel.Data;
using IsolationModel.Descriptors;
using IsolationModel.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>Reads one chain as the request that the library makes of it (Testcontainers, ContainerConfigurationConverter and DockerContainerOperations).</summary>
internal sealed class TestcontainersReader
{
    private const string Host = "HostConfig";
    private const string Modifier = "WithCreateParameterModifier";

    private readonly CodeFile _file;
    private readonly ValueReader _values;
    private DataMapping _request = new(default, []);

    public TestcontainersReader(CodeFile file, MemberNames names) => (_file, _values) = (file, new ValueReader(file, names));

    /// <summary>Reads it.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="build">The call that ends it.</param>
    public CodeDescriptor Read(CallChain chain, IInvocationOperation build)
    {
        var creation = chain.Start as IObjectCreationOperation;
        var place = creation is not null && ReferenceEquals(creation.Syntax.SyntaxTree, _file.Tree) ? MakingName.RangeOf(creation.Syntax) : MakingName.RangeOf(build.Syntax);
        _request = new DataMapping(place, [Entry(place, Host, new DataMapping(place, []))]);
        if (creation is not null)
        {
            Start(creation, place);
        }

        foreach (var call in chain.Calls.Where(static call => call.Name != Modifier))
        {
            Apply(call);
        }

        // Modifiers see the finished request.
        foreach (var call in chain.Calls.Where(static call => call.Name == Modifier))
        {
            Modify(call);
        }

        return creation is not null
            ? new CodeDescriptor(CodeDescriptorKind.EngineContainer, _request, place)
            : new CodeDescriptor(CodeDescriptorKind.EngineContainer, _request, place) { IsPart = true, Label = "code that goes on with a builder of a container" };
    }

    private void Start(IObjectCreationOperation creation, TextRange place)
    {
        if (creation.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: "image", Type.SpecialType: SpecialType.System_String }) is { } image)
        {
            _request = TreeEdit.With(_request, Key(CodeFile.RangeOf(image.Syntax), "Image"), _values.Read(image.Value));
        }

        // Modules that set more than an image in their constructors (testcontainers-dotnet, src/Testcontainers.K3s/K3sBuilder.cs).
        if (creation.Type is { Name: "K3sBuilder" } type && TestcontainersLibrary.IsOwn(type))
        {
            SetHost("Privileged", place, Scalar(place, "true"));
            SetHost("CgroupnsMode", place, Scalar(place, "host"));
            AppendHost("Mounts", place, Bind(place, Scalar(place, "/sys/fs/cgroup"), Scalar(place, "/sys/fs/cgroup"), Scalar(place, "false")));
        }
        else if (creation.Type is { } own && !TestcontainersLibrary.IsOwn(own))
        {
            // What a builder of the project sets itself is not read.
            SetHost("Runtime", place, ValueReader.Unknown(creation));
        }
    }

    private void Apply(ChainCall call)
    {
        var place = MakingName.RangeOf(call.Call.Syntax);
        switch (call.Name)
        {
            case var _ when !TestcontainersLibrary.IsOwn(call.Call.TargetMethod):
                // A method of somebody else may set anything.
                _request = TreeEdit.With(_request, Key(place, Host), ValueReader.Unknown(call.Call));
                break;
            case "WithPrivileged":
                SetHost("Privileged", place, Value(call, "privileged"));
                break;
            case "WithImage" when call.Argument("image")?.Type?.SpecialType == SpecialType.System_String:
                _request = TreeEdit.With(_request, Key(place, "Image"), Value(call, "image"));
                break;
            case "WithName":
                _request = TreeEdit.With(_request, Key(place, "name"), Value(call, "name"));
                break;
            case "WithLabel":
                Label(call, place);
                break;
            case "WithBindMount":
                AppendHost("Mounts", place, Bind(place, Value(call, "source"), Value(call, "destination"), ReadOnly(call.Argument("accessMode"))));
                break;
            case "WithVolumeMount" when call.Argument("source") is not null:
                AppendHost("Mounts", place, new DataMapping(place, [
                    Entry(place, "Type", Scalar(place, "volume")), Entry(place, "Source", Value(call, "source")), Entry(place, "Target", Value(call, "destination"))]));
                break;
            case "WithMount":
                // The library's own mounts cannot be made from outside, so that this one is the project's.
                AppendHost("Mounts", place, ValueReader.Unknown(call.Call));
                break;
            default:
                break;
        }
    }

    private void Modify(ChainCall call)
    {
        if (call.IsCertain && FunctionBody.Of(_file, call.Argument("parameterModifier")) is { Method.Parameters: [var parameter] } function)
        {
            _file.Consume(parameter);
            var changes = _file.BodyOf(function.Body).MutationsOf(parameter);
            _request = new MutationReader(_values).Apply(_request, changes, function.Body) as DataMapping ?? _request;
        }
        else
        {
            _request = TreeEdit.With(_request, Key(MakingName.RangeOf(call.Call.Syntax), Host), ValueReader.Unknown(call.Call));
        }
    }

    /// <summary>A label, or a dictionary of them; they may declare needs.</summary>
    private void Label(ChainCall call, TextRange place)
    {
        var known = _request.TryGet("Labels", out _, out var node) && node is DataMapping before ? before : new DataMapping(place, []);
        if (call.Argument("name") is { } name && call.IsCertain && ValueReader.Target(_values.Read(name)) is DataScalar { IsUnresolved: false } key)
        {
            known = TreeEdit.With(known, key, Value(call, "value"));
        }
        else if (call.Argument("labels") is { } labels && call.IsCertain && ValueReader.Target(_values.Read(labels)) is DataMapping many)
        {
            known = many.Entries.Aggregate(known, static (sum, entry) => TreeEdit.With(sum, entry.Key, entry.Value));
        }

        _request = TreeEdit.With(_request, Key(place, "Labels"), known);
    }

    private static DataMapping Bind(TextRange place, DataNode source, DataNode target, DataNode readOnly) => new(
        // The finding stands on the path, where that is written here.
        ValueReader.Target(source) is DataScalar ? source.Range : place,
        [Entry(place, "Type", Scalar(place, "bind")), Entry(place, "Source", source), Entry(place, "Target", target), Entry(place, "ReadOnly", readOnly)]);

    /// <summary>Without a mode a mount can be written to.</summary>
    private static DataScalar ReadOnly(IOperation? mode) => ValueReader.Strip(mode) switch
    {
        null => Scalar(default, "false"),
        IMemberReferenceOperation { Member.Name: "ReadOnly" } only => Scalar(CodeFile.RangeOf(only.Syntax), "true"),
        IMemberReferenceOperation { Member.Name: "ReadWrite" } both => Scalar(CodeFile.RangeOf(both.Syntax), "false"),
        var other => ValueReader.Unknown(other),
    };

    private DataNode Value(ChainCall call, string parameter) =>
        call.IsCertain && call.Argument(parameter) is { } value ? _values.Read(value) : ValueReader.Unknown(call.Call);

    private void SetHost(string field, TextRange place, DataNode value)
    {
        if (HostConfig is { } host)
        {
            _request = TreeEdit.With(_request, Key(place, Host), TreeEdit.With(host, Key(place, field), value));
        }
    }

    private void AppendHost(string field, TextRange place, DataNode item)
    {
        if (HostConfig is { } host)
        {
            var list = host.TryGet(field, out _, out var known) && known is DataSequence items ? items : new DataSequence(place, []);
            SetHost(field, place, TreeEdit.Append(list, [item]));
        }
    }

    /// <summary>The part of the request that settings go into; null once it is not known any more.</summary>
    private DataMapping? HostConfig => _request.TryGet(Host, out _, out var host) ? host as DataMapping : null;

    private static DataScalar Key(TextRange place, string name) => new(place, name, isPlain: true, contentStart: -1);

    private static DataScalar Scalar(TextRange place, string value) => new(place, value, isPlain: true, contentStart: -1);

    private static DataEntry Entry(TextRange place, string key, DataNode value) => new(Key(place, key), value);
}
