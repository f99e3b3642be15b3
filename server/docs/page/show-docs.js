// The page is at /docs, the description at /openapi.json; no validator badge, which would be another host's picture.
SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', validatorUrl: null, deepLinking: true, queryConfigEnabled: false })
