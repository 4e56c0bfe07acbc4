#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;

// The netstandard2.0 build of this assembly brings these types itself. Code that was compiled against that build names them in its calls of
// init-only setters, so the builds for newer frameworks must lead it to the framework's own.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
[assembly: TypeForwardedTo(typeof(RequiredMemberAttribute))]
[assembly: TypeForwardedTo(typeof(CompilerFeatureRequiredAttribute))]
#endif
